import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import type { Column } from '../../../shared/ui/DataTable';
import { DateTime } from '../../../shared/ui/DateTime';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { FilterBar } from '../../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { QueryTable } from '../../../shared/ui/QueryTable';
import { type BulkRevocation, bulkRevocationsQuery, STATES } from './api';
import { BulkState } from './BulkState';
import { countsOf } from './outcomes';
import { bulkRevocationsSearch } from './search';

const route = getRouteApi('/app/revocations');

/** What was looked at and carried out, the newest first. */
export function BulkRevocationsPage({ mayUpload }: { mayUpload: boolean }) {
  const { t } = useTranslation(['bulkRevocation', 'revocation', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const bulks = useQuery(bulkRevocationsQuery(search));
  const upload = mayUpload && <ButtonLink to="/revocations/new">{t('new.start')}</ButtonLink>;
  return (
    <Page actions={upload} lead={t('list.lead')} title={t('list.title')}>
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'state',
            label: t('column.state'),
            options: STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: bulkRevocationsSearch(values) })}
        values={{ state: search.state }}
      />
      <QueryTable
        caption={t('list.title')}
        columns={useColumns()}
        cursor={search.cursor}
        empty={
          <EmptyState action={upload} title={t('list.empty')}>
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={!!search.state}
        query={bulks}
        name="revocations"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={({ id }) => navigate({ to: '/revocations/$id', params: { id } })}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}

function useColumns(): Column<BulkRevocation>[] {
  const { t } = useTranslation(['bulkRevocation', 'revocation']);
  const language = useLanguage();
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      wide: true,
      cell: (bulk) => (
        <TextLink params={{ id: bulk.id }} to="/revocations/$id">
          {bulk.fileName ?? t(`source.${bulk.source}`)}
        </TextLink>
      ),
    },
    { id: 'state', header: t('column.state'), cell: (bulk) => <BulkState bulk={bulk} /> },
    { id: 'reason', header: t('column.reason'), cell: (bulk) => t(`revocation:revoked.${bulk.reason}`) },
    {
      id: 'lines',
      header: t('column.lines'),
      align: 'right',
      cell: (bulk) => formatNumber(bulk.lines, language),
    },
    {
      id: 'revoked',
      header: t('column.revoked'),
      align: 'right',
      cell: (bulk) => formatNumber(countsOf(bulk).revoked, language),
    },
    {
      id: 'createdAt',
      header: t('column.createdAt'),
      cell: (bulk) => <DateTime at={bulk.createdAt} />,
    },
    { id: 'createdBy', header: t('column.createdBy'), cell: (bulk) => bulk.submittedBy ?? bulk.createdBy },
    { id: 'reference', header: t('column.reference'), hidden: true, cell: (bulk) => bulk.reference ?? '–' },
  ];
}
