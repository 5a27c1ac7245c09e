import { Button, Group, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type RequestFile, type RequestRow, type RowOutcome, requestRowsQuery, resultUrl } from './api';
import { Pager } from './Pager';
import classes from './requestFile.module.css';

const route = getRouteApi('/app/request-files/$id');

type Props = { readonly file: RequestFile; readonly outcome?: RowOutcome };

/** Every error of every refused row: where, what, and what to do. */
export function RefusedRows({ file, outcome = 'REFUSED' }: Props) {
  const { t } = useTranslation(['requestFile', 'requestMaker']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cursor = search.rows === outcome || (outcome === 'REFUSED' && !search.rows) ? search.cursor : undefined;
  const code = outcome === 'REFUSED' ? search.code : undefined;
  const rows = useQuery(requestRowsQuery(file.id, { outcome, code, cursor }));
  return (
    <Card
      actions={
        <Group gap="xs">
          {outcome === 'REFUSED' && (
            <ButtonLink search={{ from: file.id }} to="/request-files/make" variant="default">
              {t('requestMaker:again.edit')}
            </ButtonLink>
          )}
          <Button
            component="a"
            download
            href={resultUrl(file.id, outcome)}
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            variant="default"
          >
            {t('refused.download')}
          </Button>
        </Group>
      }
      title={outcome === 'REFUSED' ? t('refused.title') : t('refused.failedTitle')}
    >
      {outcome === 'REFUSED' && <CodeChips file={file} />}
      {rows.isError && <ProblemPanel error={rows.error} onRetry={() => rows.refetch()} />}
      {rows.isPending && <Loading lines={8} />}
      {rows.data && (
        <>
          <ErrorTable rows={rows.data.items} />
          <Pager
            cursor={cursor}
            onCursor={(next) => navigate({ search: { ...search, rows: outcome, cursor: next }, resetScroll: false })}
            page={rows.data}
          />
        </>
      )}
      <Group>
        <TextLink params={{ topic: 'errors' }} size="sm" to="/help/$topic">
          {t('refused.help')}
        </TextLink>
      </Group>
    </Card>
  );
}

function CodeChips({ file }: { file: RequestFile }) {
  const { t } = useTranslation('requestFile');
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = (code: string | undefined) => navigate({ search: { code }, resetScroll: false });
  return (
    <ul aria-label={t('refused.byCode')} className={classes.chips}>
      <li>
        <button aria-pressed={!search.code} className={classes.chip} onClick={() => show(undefined)} type="button">
          {t('refused.all')} <strong>{formatNumber(file.rows.refused, language)}</strong>
        </button>
      </li>
      {file.errorCodes.map((one) => (
        <li key={one.code}>
          <button
            aria-pressed={search.code === one.code}
            className={classes.chip}
            onClick={() => show(one.code)}
            type="button"
          >
            <span>
              {one.code} {one.title}
            </span>
            <strong>{formatNumber(one.rows, language)}</strong>
          </button>
        </li>
      ))}
    </ul>
  );
}

function ErrorTable({ rows }: { rows: readonly RequestRow[] }) {
  const { t } = useTranslation('requestFile');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={t('refused.title')} className={classes.scroll} tabIndex={0}>
      <Table className={classes.errorTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.line} scope="col">
              {t('refused.line')}
            </Table.Th>
            <Table.Th scope="col">{t('refused.column')}</Table.Th>
            <Table.Th scope="col">{t('refused.what')}</Table.Th>
            <Table.Th scope="col">{t('refused.value')}</Table.Th>
            <Table.Th scope="col">{t('refused.code')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.flatMap((row) =>
            row.errors.map((error, index) => (
              <Table.Tr
                className={index > 0 ? classes.sameLine : undefined}
                key={`${row.line}-${error.column}-${error.code}-${error.message}`}
              >
                <Table.Td className={classes.line}>
                  {index === 0 ? row.line : <span className="visually-hidden">{row.line}</span>}
                </Table.Td>
                <Table.Td className={classes.field}>
                  {error.column > 0 ? `${error.column} ${error.field}` : t('refused.wholeRow')}
                </Table.Td>
                <Table.Td>
                  <div className={classes.message}>{error.message}</div>
                  <div className={classes.cure}>{error.cure}</div>
                </Table.Td>
                <Table.Td>
                  {error.value ? (
                    <span className={classes.value} title={error.value}>
                      {error.value}
                    </span>
                  ) : (
                    '–'
                  )}
                </Table.Td>
                <Table.Td className={classes.code}>
                  <TextLink hash={`code-${error.code}`} params={{ topic: 'errors' }} to="/help/$topic">
                    {error.code}
                  </TextLink>
                </Table.Td>
              </Table.Tr>
            )),
          )}
        </Table.Tbody>
      </Table>
    </section>
  );
}
