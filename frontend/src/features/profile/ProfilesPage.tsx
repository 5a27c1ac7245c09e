import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../../api/kinds';
import { formatPeriod } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { type Column, DataTable } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Profile, profilesQuery } from './api';
import { KeyNames } from './KeyNames';
import { profilesSearch } from './search';

const route = getRouteApi('/app/profiles');

/** What certificates there are, by the numbers that people know. */
export function ProfilesPage() {
  const { t } = useTranslation(['profile', 'common']);
  const { kind } = route.useSearch();
  const navigate = route.useNavigate();
  const profiles = useQuery(profilesQuery);
  const columns = useColumns();
  const items = profiles.data?.filter((profile) => !kind || profile.kind === kind);
  const kinds = KINDS.filter((each) => profiles.data?.some((profile) => profile.kind === each));
  return (
    <Page
      actions={
        <ButtonLink to="/dry-run" variant="default">
          {t('common:nav.dryRun')}
        </ButtonLink>
      }
      lead={t('list.lead')}
      title={t('common:nav.profiles')}
    >
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'kind',
            label: t('column.kind'),
            options: kinds.map((each) => ({ value: each, label: t(`common:kind.${each}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: profilesSearch(values) })}
        values={{ kind }}
      />
      {profiles.isError ? (
        <ProblemPanel error={profiles.error} onRetry={() => profiles.refetch()} />
      ) : (
        <DataTable
          caption={t('common:nav.profiles')}
          columns={columns}
          empty={
            kind ? (
              <EmptyState
                action={
                  <ButtonLink search={{}} to="/profiles" variant="default">
                    {t('common:filter.clear')}
                  </ButtonLink>
                }
                title={t('common:filter.nothing')}
              >
                {t('common:filter.nothingNext')}
              </EmptyState>
            ) : (
              <EmptyState title={t('list.empty')}>{t('list.emptyNext')}</EmptyState>
            )
          }
          name="profiles"
          onCursor={() => undefined}
          onOpen={({ id }) => navigate({ to: '/profiles/$id', params: { id } })}
          page={items && { items, total: { value: items.length, exact: true } }}
          rowKey={({ id }) => id}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<Profile>[] {
  const { t } = useTranslation(['profile', 'common']);
  const language = useLanguage();
  return [
    { id: 'id', header: t('column.id'), cell: ({ id }) => id },
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      cell: ({ id, names }) => (
        <TextLink params={{ id }} to="/profiles/$id">
          {names[language]}
        </TextLink>
      ),
    },
    { id: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`common:kind.${kind}`) },
    { id: 'programme', header: t('column.programme'), cell: ({ programme }) => t(`programme.${programme}.name`) },
    {
      id: 'authority',
      header: t('column.authority'),
      cell: ({ authorityLabel }) => authorityLabel || t('eachAuthority'),
    },
    { id: 'keys', header: t('column.keys'), cell: ({ keys }) => <KeyNames keys={keys} /> },
    { id: 'validity', header: t('column.validity'), cell: ({ validity }) => formatPeriod(validity, language) },
    { id: 'version', header: t('column.version'), align: 'right', cell: ({ version }) => version },
    {
      id: 'changedAt',
      header: t('column.changedAt'),
      hidden: true,
      cell: ({ changedAt }) => <DateTime at={changedAt} only="date" />,
    },
  ];
}
