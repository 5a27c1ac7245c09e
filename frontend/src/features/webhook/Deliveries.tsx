import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status, type Tone } from '../../shared/ui/Status';
import { type Delivery, deliveriesQuery, useReplay } from './api';
import { DELIVERY_STATES, webhookSearch } from './search';

const route = getRouteApi('/app/webhooks/$id');
const TONE: Record<Delivery['state'], Tone> = { WAITING: 'wait', HELD: 'warn', DELIVERED: 'ok', FAILED: 'bad' };

/** What a webhook was told, and what came back. */
export function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation(['webhook', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const deliveries = useQuery(deliveriesQuery(id, search));
  const replay = useReplay(id);
  const [shown, setShown] = useState<Delivery>();
  const columns: Column<Delivery>[] = [
    {
      id: 'event',
      header: t('column.event'),
      primary: true,
      cell: (delivery) => (
        <Button onClick={() => setShown(delivery)} size="compact-md" variant="subtle">
          {delivery.event}
        </Button>
      ),
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: (delivery) => <Status tone={TONE[delivery.state]}>{t(`delivery.${delivery.state}`)}</Status>,
    },
    { id: 'createdAt', header: t('column.happenedAt'), cell: (delivery) => <DateTime at={delivery.createdAt} /> },
    {
      id: 'deliveredAt',
      header: t('column.deliveredAt'),
      cell: (delivery) => (delivery.deliveredAt ? <DateTime at={delivery.deliveredAt} /> : '–'),
    },
    { id: 'attempts', header: t('column.attempts'), align: 'right', cell: (delivery) => delivery.attempts },
    {
      id: 'answer',
      header: t('column.answer'),
      wide: true,
      cell: (delivery) => delivery.lastError ?? (delivery.lastStatus ? `HTTP ${delivery.lastStatus}` : '–'),
    },
    {
      id: 'nextAttemptAt',
      header: t('column.nextAttemptAt'),
      hidden: search.state !== 'WAITING',
      cell: (delivery) => (delivery.nextAttemptAt ? <DateTime at={delivery.nextAttemptAt} /> : '–'),
    },
    {
      id: 'actions',
      header: '',
      cell: (delivery) =>
        (delivery.state === 'DELIVERED' || delivery.state === 'FAILED') && (
          <Button
            aria-label={t('replayOf', { event: delivery.event })}
            leftSection={<IconRefresh aria-hidden="true" size={18} />}
            loading={replay.isPending && replay.variables === delivery.id}
            onClick={() => replay.mutate(delivery.id)}
            size="sm"
            variant="default"
          >
            {t('replay')}
          </Button>
        ),
    },
  ];
  return (
    <Card title={t('deliveries')}>
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'state',
            label: t('column.state'),
            options: DELIVERY_STATES.map((state) => ({ value: state, label: t(`delivery.${state}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: webhookSearch(values) })}
        values={{ state: search.state }}
      />
      {replay.isError && <ProblemPanel error={replay.error} />}
      <QueryTable
        caption={t('deliveries')}
        columns={columns}
        cursor={search.cursor}
        empty={<EmptyState title={t('nothingTold')}>{t('nothingToldNext')}</EmptyState>}
        filtered={!!search.state}
        name="webhook-deliveries"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        query={deliveries}
        rowKey={(delivery) => delivery.id}
      />
      <Dialog onClose={() => setShown(undefined)} opened={!!shown} size="xl" title={shown?.event ?? ''}>
        {shown && <CodeBlock text={pretty(shown.body)} what={t('body')} />}
      </Dialog>
    </Card>
  );
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
