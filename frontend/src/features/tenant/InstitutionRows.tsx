import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Status, type Tone } from '../../shared/ui/Status';
import type { InstitutionRow } from './institutionFile';

const TONE: Record<InstitutionRow['outcome'], Tone> = { NEW: 'ok', CHANGED: 'info', UNCHANGED: 'idle', REFUSED: 'bad' };

/** Every row with what it leads to: what is different afterwards, or everything that is wrong. */
export function InstitutionRows({ rows }: { rows: readonly InstitutionRow[] }) {
  const { t } = useTranslation('institutionFile');
  return (
    <Card title={t('rows.title')}>
      <Table.ScrollContainer minWidth={800} type="native">
        <Table>
          <caption className="visually-hidden">{t('rows.title')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('rows.line')}</Table.Th>
              <Table.Th scope="col">{t('rows.outcome')}</Table.Th>
              <Table.Th scope="col">{t('rows.code')}</Table.Th>
              <Table.Th scope="col">{t('rows.name')}</Table.Th>
              <Table.Th scope="col">{t('rows.detail')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.line}>
                <Table.Th scope="row">{row.line}</Table.Th>
                <Table.Td>
                  <Status tone={TONE[row.outcome]}>{t(`outcome.${row.outcome}`)}</Status>
                </Table.Td>
                <Table.Td>{row.code || '–'}</Table.Td>
                <Table.Td>{row.name || '–'}</Table.Td>
                <Table.Td>
                  <Detail row={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function Detail({ row }: { row: InstitutionRow }) {
  const { t } = useTranslation('institutionFile');
  if (row.errors.length > 0) {
    return (
      <ul>
        {row.errors.map((error, index) => (
          <li key={index}>
            <strong>
              {error.column > 0 ? t('rows.column', { column: error.column, field: error.field }) : error.field}
            </strong>{' '}
            {error.message} {error.cure} [{error.code}]
          </li>
        ))}
      </ul>
    );
  }
  if (row.differences.length > 0) {
    return (
      <ul>
        {row.differences.map((difference) => (
          <li key={difference.field}>
            {t('rows.difference', {
              title: difference.title,
              before: difference.before || t('rows.nothing'),
              after: difference.after || t('rows.nothing'),
            })}
          </li>
        ))}
      </ul>
    );
  }
  if (row.officer) {
    return t('rows.officer', { name: row.officer.name, email: row.officer.email });
  }
  return '–';
}
