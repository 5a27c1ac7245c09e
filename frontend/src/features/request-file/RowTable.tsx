import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { commonNameOf } from '../../shared/format/text';
import { Card } from '../../shared/ui/Card';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type RequestRow, type RowOutcome, requestRowsQuery } from './api';
import { Pager } from './Pager';
import classes from './requestFile.module.css';

const route = getRouteApi('/app/request-files/$id');

/** The host or person; rows that name a certificate have its DN only. */
function nameOf({ fqdn, subjectDn }: RequestRow): string {
  return fqdn || commonNameOf(subjectDn ?? '') || subjectDn || '–';
}

type Props = { readonly id: string; readonly outcome: RowOutcome; readonly title: string };

/** The rows without errors: which hosts, for whom; once issued, with a link to the certificate. */
export function RowTable({ id, outcome, title }: Props) {
  const { t } = useTranslation('requestFile');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cursor = search.rows === outcome ? search.cursor : undefined;
  const rows = useQuery(requestRowsQuery(id, { outcome, cursor }));
  return (
    <Card title={title}>
      {rows.isError && <ProblemPanel error={rows.error} onRetry={() => rows.refetch()} />}
      {rows.isPending && <Loading lines={6} />}
      {rows.data && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
          <section aria-label={title} className={classes.scroll} tabIndex={0}>
            <Table className={classes.guide}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th className={classes.line} scope="col">
                    {t('refused.line')}
                  </Table.Th>
                  <Table.Th scope="col">{t('rows.host')}</Table.Th>
                  <Table.Th scope="col">{t('rows.email')}</Table.Th>
                  <Table.Th scope="col">{outcome === 'DONE' ? t('rows.serial') : t('rows.subject')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.data.items.map((row) => (
                  <Table.Tr key={row.line}>
                    <Table.Td className={classes.line}>{row.line}</Table.Td>
                    <Table.Th scope="row">
                      {row.certificateId ? (
                        <TextLink params={{ id: row.certificateId }} to="/certificates/$id">
                          {nameOf(row)}
                        </TextLink>
                      ) : (
                        nameOf(row)
                      )}
                    </Table.Th>
                    <Table.Td className={classes.short}>{row.email ?? '–'}</Table.Td>
                    <Table.Td className={outcome === 'DONE' ? classes.example : undefined}>
                      {(outcome === 'DONE' ? row.serial : row.subjectDn) ?? '–'}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
          <Pager
            cursor={cursor}
            onCursor={(next) => navigate({ search: { rows: outcome, cursor: next }, resetScroll: false })}
            page={rows.data}
          />
        </>
      )}
    </Card>
  );
}
