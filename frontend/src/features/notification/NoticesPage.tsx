import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../shared/format/zone';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status, type Tone } from '../../shared/ui/Status';
import { type Notice, noticesQuery, useRetryNotice } from './api';
import { NOTICE_KINDS, NOTICE_STATES, noticesSearch } from './search';

const route = getRouteApi('/app/notices');
const TONE: Record<Notice['state'], Tone> = { WAITING: 'wait', SENT: 'ok', KEPT: 'idle', FAILED: 'bad' };

/** Mails and their delivery. An operator sees all tenants and may send a failed one again. */
export function NoticesPage({ operator }: { operator: boolean }) {
  const { t } = useTranslation(['notification', 'common']);
  const search = route.useSearch();
  const zone = useTimeZone();
  const navigate = route.useNavigate();
  const notices = useQuery(noticesQuery(search, zone));
  const retry = useRetryNotice();
  const columns: Column<Notice>[] = [
    { id: 'title', header: t('column.title'), primary: true, wide: true, cell: (notice) => notice.title },
    { id: 'recipient', header: t('column.recipient'), cell: (notice) => notice.recipient },
    {
      id: 'state',
      header: t('column.state'),
      cell: (notice) => <Status tone={TONE[notice.state]}>{t(`state.${notice.state}`)}</Status>,
    },
    { id: 'createdAt', header: t('column.createdAt'), cell: (notice) => <DateTime at={notice.createdAt} /> },
    {
      id: 'sentAt',
      header: t('column.sentAt'),
      hidden: operator,
      cell: (notice) => (notice.sentAt ? <DateTime at={notice.sentAt} /> : '–'),
    },
    { id: 'attempts', header: t('column.attempts'), align: 'right', hidden: true, cell: (notice) => notice.attempts },
    {
      id: 'nextAttemptAt',
      header: t('column.nextAttemptAt'),
      hidden: search.state !== 'WAITING',
      cell: (notice) => (notice.nextAttemptAt ? <DateTime at={notice.nextAttemptAt} /> : '–'),
    },
    {
      id: 'lastError',
      header: t('column.lastError'),
      wide: true,
      hidden: search.state !== 'FAILED' && search.state !== 'WAITING',
      cell: (notice) => notice.lastError ?? '–',
    },
    ...(operator
      ? [
          { id: 'tenant', header: t('column.tenant'), cell: (notice: Notice) => notice.tenant ?? '–' },
          {
            id: 'actions',
            header: '',
            cell: (notice: Notice) =>
              notice.state === 'FAILED' && (
                <Button
                  aria-label={t('retryOf', { title: notice.title, recipient: notice.recipient })}
                  leftSection={<IconRefresh aria-hidden="true" size={18} />}
                  loading={retry.isPending && retry.variables === notice.id}
                  onClick={() => retry.mutate(notice.id)}
                  size="sm"
                  variant="default"
                >
                  {t('retry')}
                </Button>
              ),
          },
        ]
      : [
          {
            id: 'certificate',
            header: t('column.certificate'),
            cell: (notice: Notice) =>
              notice.certificateId ? (
                <TextLink params={{ id: notice.certificateId }} to="/certificates/$id">
                  {t('showCertificate')}
                </TextLink>
              ) : (
                '–'
              ),
          },
        ]),
  ];
  const { cursor, ...filters } = search;
  const filtered = Object.keys(filters).length > 0;
  return (
    <Page
      actions={operator && <TextLink to="/notice-templates">{t('templates.title')}</TextLink>}
      lead={t('lead')}
      title={t('title')}
    >
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
          {
            type: 'choice',
            name: 'state',
            label: t('column.state'),
            options: NOTICE_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
          {
            type: 'choice',
            name: 'kind',
            label: t('column.title'),
            options: NOTICE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          },
          { type: 'day', name: 'from', label: t('filter.from'), more: true },
          { type: 'day', name: 'to', label: t('filter.to'), more: true },
          {
            type: 'text',
            name: 'certificate',
            label: t('filter.certificate'),
            placeholder: t('filter.certificateExample'),
            more: true,
          },
        ]}
        onChange={(values) => navigate({ search: noticesSearch(values) })}
        values={filters}
      />
      {retry.isError && <ProblemPanel error={retry.error} />}
      <QueryTable
        caption={t('title')}
        columns={columns}
        cursor={cursor}
        empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
        filtered={filtered}
        query={notices}
        name={operator ? 'notices-all' : 'notices'}
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        rowKey={(notice) => notice.id}
      />
    </Page>
  );
}
