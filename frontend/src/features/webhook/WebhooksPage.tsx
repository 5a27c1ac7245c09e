import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { type Webhook, webhooksQuery } from './api';
import { PauseStatus } from './PauseStatus';

const route = getRouteApi('/app/webhooks');

/** The systems that are told what happens. */
export function WebhooksPage({ operator }: { operator: boolean }) {
  const { t } = useTranslation(['webhook', 'common']);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const webhooks = useQuery(webhooksQuery(search));
  const columns: Column<Webhook>[] = [
    {
      id: 'description',
      header: t('column.description'),
      primary: true,
      cell: (webhook) => (
        <TextLink params={{ id: webhook.id }} to="/webhooks/$id">
          {webhook.description}
        </TextLink>
      ),
    },
    { id: 'url', header: t('column.url'), wide: true, cell: (webhook) => webhook.url },
    { id: 'state', header: t('column.state'), cell: (webhook) => <PauseStatus webhook={webhook} /> },
    {
      id: 'events',
      header: t('column.events'),
      wide: true,
      cell: (webhook) => webhook.events.map((event) => t(`event.${event}`)).join(t('listSeparator')),
    },
    { id: 'createdAt', header: t('column.createdAt'), cell: (webhook) => <DateTime at={webhook.createdAt} /> },
    ...(operator
      ? [
          {
            id: 'tenant',
            header: t('column.tenant'),
            cell: ({ tenant }: Webhook) => (tenant ? nameIn(language, tenant) : '–'),
          },
        ]
      : []),
  ];
  const register = (
    <ButtonLink leftSection={<IconPlus aria-hidden="true" size={18} />} to="/webhooks/new">
      {t('new.open')}
    </ButtonLink>
  );
  return (
    <Page actions={register} lead={t('lead')} title={t('title')}>
      <QueryTable
        caption={t('title')}
        columns={columns}
        cursor={search.cursor}
        empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
        name={operator ? 'webhooks-all' : 'webhooks'}
        onCursor={(cursor) => navigate({ search: { cursor } })}
        query={webhooks}
        rowKey={(webhook) => webhook.id}
      />
    </Page>
  );
}
