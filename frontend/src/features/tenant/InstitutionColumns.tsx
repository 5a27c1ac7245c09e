import { Button, Group, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';

const COLUMNS = [
  'code',
  'nameJa',
  'nameEn',
  'st',
  'l',
  'domains',
  'officerName',
  'officerLatinName',
  'officerUnit',
  'officerEmail',
  'preset',
  'deadline',
] as const;

/** What stands in which column, with a file to begin from. */
export function InstitutionColumns() {
  const { t } = useTranslation('institutionFile');
  const sample = `${COLUMNS.map((column) => t(`example.${column}`)).join('\t')}\r\n`;
  return (
    <>
      <details>
        <summary>{t('columns.title')}</summary>
        <p>{t('columns.lead')}</p>
        <Table.ScrollContainer minWidth={700} type="native">
          <Table>
            <caption className="visually-hidden">{t('columns.title')}</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('columns.number')}</Table.Th>
                <Table.Th scope="col">{t('columns.name')}</Table.Th>
                <Table.Th scope="col">{t('columns.rule')}</Table.Th>
                <Table.Th scope="col">{t('columns.example')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {COLUMNS.map((column, index) => (
                <Table.Tr key={column}>
                  <Table.Td>{index + 1}</Table.Td>
                  <Table.Th scope="row">{t(`column.${column}`)}</Table.Th>
                  <Table.Td>{t(`rule.${column}`)}</Table.Td>
                  <Table.Td>{t(`example.${column}`)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
      <Group>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={18} />}
          onClick={() =>
            offerDownload(new Blob([sample], { type: 'text/tab-separated-values;charset=utf-8' }), 'institutions.tsv')
          }
          variant="default"
        >
          {t('columns.sample')}
        </Button>
      </Group>
    </>
  );
}
