import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
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
import { NOTICE_STATES, noticesSearch } from './search';

const route = getRouteApi('/app/notices');
const TONE: Record<Notice['state'], Tone> = { WAITING: 'wait', SENT: 'ok', KEPT: 'idle', FAILED: 'bad' };

/** Mails and their delivery. An operator sees all tenants and may send a failed one again. */
export function NoticesPage({ operator }: { operator: boolean }) {
  const { t } = useTranslation(['notification', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const notices = useQuery(noticesQuery(search));
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
      id: 'lastError',
      header: t('column.lastError'),
      wide: true,
      hidden: search.state !== 'FAILED',
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
  const filtered = !!search.state || !!search.q;
  return (
    <Page lead={t('lead')} title={t('title')}>
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
          {
            type: 'choice',
            name: 'state',
            label: t('column.state'),
            options: NOTICE_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: noticesSearch(values) })}
        values={{ q: search.q, state: search.state }}
      />
      {retry.isError && <ProblemPanel error={retry.error} />}
      <QueryTable
        caption={t('title')}
        columns={columns}
        cursor={search.cursor}
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
