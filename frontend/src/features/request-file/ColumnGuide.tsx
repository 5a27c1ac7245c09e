import { Button, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { requestFileName } from '../../api/requestFiles';
import { offerDownload } from '../../shared/format/download';
import { Card } from '../../shared/ui/Card';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Column, columnsQuery, type RequestKind, type RequestOperation } from './api';
import classes from './requestFile.module.css';
import { sampleTsv } from './sample';

const SHORT = 60;

/** What goes into which column, from the server, and a sample made of its examples. */
export function ColumnGuide({ kind, operation }: { kind: RequestKind; operation: RequestOperation }) {
  const { t } = useTranslation(['requestFile', 'common']);
  const columns = useQuery(columnsQuery(kind, operation));
  return (
    <Card
      actions={
        columns.data && (
          <Button
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            onClick={() =>
              offerDownload(
                new Blob([sampleTsv(columns.data.items)], { type: 'text/tab-separated-values;charset=utf-8' }),
                `sample-${requestFileName(kind, operation)}.tsv`,
              )
            }
            variant="default"
          >
            {t('guide.sample')}
          </Button>
        )
      }
      title={t('guide.title', {
        kind: t(`common:kind.${kind}`),
        operation: t(`operation.${operation}.name`),
      })}
    >
      {columns.isError && <ProblemPanel error={columns.error} />}
      {columns.isPending && <Loading lines={8} />}
      {columns.data && <ColumnTable columns={columns.data.items} />}
    </Card>
  );
}

function ColumnTable({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation('requestFile');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={t('guide.caption')} className={classes.scroll} tabIndex={0}>
      <Table className={classes.guide}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('guide.number')}</Table.Th>
            <Table.Th scope="col">{t('guide.name')}</Table.Th>
            <Table.Th scope="col">{t('guide.requirement')}</Table.Th>
            <Table.Th scope="col">{t('guide.max')}</Table.Th>
            <Table.Th scope="col">{t('guide.rule')}</Table.Th>
            <Table.Th scope="col">{t('guide.example')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr data-requirement={column.requirement} key={column.number}>
              <Table.Td className={classes.short}>{column.number}</Table.Td>
              <Table.Th scope="row">{column.name}</Table.Th>
              <Table.Td className={classes.short}>{t(`requirement.${column.requirement}`)}</Table.Td>
              <Table.Td>{column.maxLength ?? '–'}</Table.Td>
              <Table.Td>{column.rule ?? '–'}</Table.Td>
              <Table.Td className={classes.example}>
                {column.example && column.example.length > SHORT
                  ? `${column.example.slice(0, SHORT)}…`
                  : (column.example ?? '–')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
