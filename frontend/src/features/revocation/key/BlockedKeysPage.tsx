import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fingerprint } from '../../../shared/format/text';
import { Code } from '../../../shared/ui/Code';
import type { Column } from '../../../shared/ui/DataTable';
import { DateTime } from '../../../shared/ui/DateTime';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { FilterBar } from '../../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { QueryTable } from '../../../shared/ui/QueryTable';
import { type BlockedKey, blockedKeysQuery } from './api';
import { blockedKeysSearch, CAUSES } from './search';

const route = getRouteApi('/app/blocked-keys');

/** Keys that no certificate holds any more, and why. There is no way to take one out. */
export function BlockedKeysPage() {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const keys = useQuery(blockedKeysQuery(search));
  const { cursor, ...filters } = search;
  const begin = <ButtonLink to="/key-compromises/new">{t('new.start')}</ButtonLink>;
  return (
    <Page actions={begin} lead={t('blocked.lead')} title={t('blocked.title')}>
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('blocked.q'), placeholder: t('blocked.qExample') },
          {
            type: 'choice',
            name: 'cause',
            label: t('blocked.cause'),
            options: CAUSES.map((cause) => ({ value: cause, label: t(`cause.${cause}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: blockedKeysSearch(values) })}
        values={filters}
      />
      <QueryTable
        caption={t('blocked.title')}
        columns={useColumns()}
        cursor={cursor}
        empty={
          <EmptyState action={begin} title={t('blocked.empty')}>
            {t('blocked.emptyNext')}
          </EmptyState>
        }
        filtered={Object.keys(filters).length > 0}
        query={keys}
        name="blocked-keys"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        rowKey={({ sha256 }) => sha256}
      />
    </Page>
  );
}

function useColumns(): Column<BlockedKey>[] {
  const { t } = useTranslation('keyCompromise');
  return [
    {
      id: 'key',
      header: t('blocked.key'),
      primary: true,
      wide: true,
      cell: ({ sha256 }) => (
        <>
          <Code copy={sha256} text={fingerprint(sha256)} what={t('blocked.key')} />
          <TextLink search={{ q: sha256 }} size="sm" to="/certificate-search">
            {t('blocked.certificates')}
          </TextLink>
        </>
      ),
    },
    { id: 'since', header: t('blocked.since'), cell: ({ since }) => <DateTime at={since} /> },
    { id: 'cause', header: t('blocked.cause'), cell: ({ cause }) => t(`cause.${cause}`) },
    { id: 'by', header: t('blocked.by'), cell: ({ by }) => by ?? t('list.public') },
    { id: 'reference', header: t('blocked.reference'), cell: ({ reference }) => reference ?? '–' },
    { id: 'comment', header: t('blocked.comment'), wide: true, cell: ({ comment }) => comment ?? '–' },
  ];
}
