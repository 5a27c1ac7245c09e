import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { groupHex } from '../../../shared/format/text';
import { nameIn } from '../../../shared/i18n/nameIn';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Card } from '../../../shared/ui/Card';
import type { Column } from '../../../shared/ui/DataTable';
import { DateTime } from '../../../shared/ui/DateTime';
import { FilterBar } from '../../../shared/ui/FilterBar';
import { TextLink } from '../../../shared/ui/links';
import { QueryTable } from '../../../shared/ui/QueryTable';
import { Status } from '../../../shared/ui/Status';
import classes from '../revocation.module.css';
import { type BulkRevocation, type BulkRevocationLine, linesQuery, OUTCOMES, resultUrl } from './api';
import { TONE } from './outcomes';
import { bulkRevocationSearch } from './search';

const route = getRouteApi('/app/revocations/$id');

type Props = { readonly bulk: BulkRevocation; readonly everyTenant: boolean };

/** Every line with its verdict: what it leads to, under which code, and what to do. */
export function Lines({ bulk, everyTenant }: Props) {
  const { t } = useTranslation(['bulkRevocation', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const lines = useQuery(linesQuery(bulk.id, search));
  const columns = useColumns(bulk, everyTenant);
  return (
    <Card title={t('lines.title')}>
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'outcome',
            label: t('lines.outcome'),
            options: OUTCOMES.filter((outcome) => bulk.outcomes.some((one) => one.outcome === outcome)).map(
              (outcome) => ({ value: outcome, label: t(`outcome.${outcome}.name`) }),
            ),
          },
        ]}
        onChange={(values) => navigate({ search: bulkRevocationSearch(values), resetScroll: false })}
        values={{ outcome: search.outcome }}
      />
      <QueryTable
        caption={t('lines.title')}
        columns={columns}
        cursor={search.cursor}
        query={lines}
        name="revocation-lines"
        onCursor={(cursor) => navigate({ search: { ...search, cursor }, resetScroll: false })}
        rowKey={({ line, certificate }) => `${line}/${certificate?.id ?? ''}`}
        tools={<DownloadMenu bulk={bulk} />}
      />
    </Card>
  );
}

function DownloadMenu({ bulk }: { bulk: BulkRevocation }) {
  const { t } = useTranslation('bulkRevocation');
  const { outcome } = route.useSearch();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button leftSection={<IconDownload aria-hidden="true" size={18} />} variant="default">
          {t(bulk.state === 'DONE' ? 'download.result' : 'download.check')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('download.note')}</Menu.Label>
        {(['Shift_JIS', 'UTF-8'] as const).map((encoding) => (
          <Menu.Item component="a" download href={resultUrl(bulk.id, encoding, outcome)} key={encoding}>
            {t(`download.${encoding}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(bulk: BulkRevocation, everyTenant: boolean): Column<BulkRevocationLine>[] {
  const { t } = useTranslation(['bulkRevocation', 'common']);
  const language = useLanguage();
  return [
    {
      id: 'line',
      header: t(bulk.source === 'FILE' ? 'lines.line' : 'lines.number'),
      align: 'right',
      cell: (line) => line.line,
    },
    {
      id: 'name',
      header: t('lines.name'),
      primary: true,
      wide: true,
      cell: (line) =>
        line.certificate ? (
          <TextLink
            params={{ id: line.certificate.id }}
            to={everyTenant ? '/certificate-search/$id' : '/certificates/$id'}
          >
            {line.certificate.commonName}
          </TextLink>
        ) : (
          <span className={classes.mono}>{line.name}</span>
        ),
    },
    {
      id: 'outcome',
      header: t('lines.verdict'),
      wide: true,
      cell: ({ outcome }) => (
        <>
          <Status tone={TONE[outcome]}>{t(`outcome.${outcome}.name`)}</Status>
          <div className={classes.cure}>
            {bulk.state === 'RUNNING' && TONE[outcome] === 'info' ? t('lines.waiting') : t(`outcome.${outcome}.cure`)}{' '}
            <span className={classes.mono}>[{outcome}]</span>
          </div>
        </>
      ),
    },
    ...(everyTenant
      ? [
          {
            id: 'tenant',
            header: t('lines.tenant'),
            cell: ({ certificate }: BulkRevocationLine) =>
              certificate?.tenant ? nameIn(language, certificate.tenant) : '–',
          },
        ]
      : []),
    {
      id: 'until',
      header: t('lines.until'),
      cell: ({ certificate }) => (certificate ? <DateTime at={certificate.notAfter} only="date" /> : '–'),
    },
    {
      id: 'subscriber',
      header: t('lines.subscriber'),
      hidden: everyTenant,
      cell: ({ certificate }) => certificate?.subscriber?.name || certificate?.subscriber?.email || '–',
    },
    {
      id: 'serial',
      header: t('lines.serial'),
      hidden: true,
      cell: ({ certificate }) => (
        <span className={classes.mono}>{certificate ? groupHex(certificate.serial, 4, ' ') : '–'}</span>
      ),
    },
  ];
}
