import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fingerprint, formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import type { Column } from '../../../shared/ui/DataTable';
import { DateTime } from '../../../shared/ui/DateTime';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { FilterBar } from '../../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { QueryTable } from '../../../shared/ui/QueryTable';
import { Status } from '../../../shared/ui/Status';
import classes from '../revocation.module.css';
import { type KeyCompromise, keyCompromisesQuery } from './api';
import { CASE_STATES, keyCompromisesSearch } from './search';
import { CASE_TONE } from './tones';

const route = getRouteApi('/app/key-compromises');

/** Cases of operators and reports of the public. */
export function KeyCompromisesPage() {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const cases = useQuery(keyCompromisesQuery(search));
  const begin = <ButtonLink to="/key-compromises/new">{t('new.start')}</ButtonLink>;
  return (
    <Page
      actions={
        <>
          <ButtonLink to="/blocked-keys" variant="default">
            {t('blocked.title')}
          </ButtonLink>
          {begin}
        </>
      }
      lead={t('list.lead')}
      title={t('list.title')}
    >
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'state',
            label: t('list.state'),
            options: CASE_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: keyCompromisesSearch(values) })}
        values={{ state: search.state }}
      />
      <QueryTable
        caption={t('list.title')}
        columns={useColumns()}
        cursor={search.cursor}
        empty={
          <EmptyState action={begin} title={t('list.empty')}>
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={!!search.state}
        query={cases}
        name="key-compromises"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={({ id }) => navigate({ to: '/key-compromises/$id', params: { id } })}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}

function useColumns(): Column<KeyCompromise>[] {
  const { t } = useTranslation('keyCompromise');
  const language = useLanguage();
  return [
    {
      id: 'key',
      header: t('list.key'),
      primary: true,
      wide: true,
      cell: ({ id, key }) => (
        <>
          <TextLink className={classes.mono} params={{ id }} to="/key-compromises/$id">
            {fingerprint(key.sha256).slice(0, 35)}…
          </TextLink>
          {key.description && <div className={classes.cure}>{key.description}</div>}
        </>
      ),
    },
    {
      id: 'state',
      header: t('list.state'),
      cell: ({ state }) => <Status tone={CASE_TONE[state]}>{t(`state.${state}`)}</Status>,
    },
    {
      id: 'valid',
      header: t('certificates.valid'),
      align: 'right',
      cell: ({ certificates }) => formatNumber(certificates.valid, language),
    },
    {
      id: 'revoked',
      header: t('certificates.revoked'),
      align: 'right',
      cell: ({ certificates }) => formatNumber(certificates.revoked, language),
    },
    { id: 'openedAt', header: t('list.openedAt'), cell: ({ openedAt }) => <DateTime at={openedAt} /> },
    { id: 'openedBy', header: t('list.openedBy'), cell: ({ openedBy }) => openedBy ?? t('list.public') },
    { id: 'comment', header: t('blocked.comment'), hidden: true, cell: ({ comment }) => comment ?? '–' },
  ];
}
