import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { functionsQuery, usersQuery } from './api';
import { columnsOf } from './columns';
import { SORTS, STANDINGS, STATES, usersSearch, WITHIN } from './search';
import classes from './user.module.css';

const route = getRouteApi('/app/users');

/** The users of the own tenant with everything an administrator decides on (HK-042): certificate, standing, locks, and what each may do. */
export function UsersPage() {
  const { t } = useTranslation(['user', 'common']);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const functions = useSuspenseQuery(functionsQuery(language)).data;
  const users = useQuery(usersQuery(search));
  const { cursor, ...filters } = search;
  const register = <ButtonLink to="/users/new">{t('register.do')}</ButtonLink>;
  return (
    <Page actions={register} lead={t('list.lead')} title={t('list.title')}>
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('list.q'), placeholder: t('list.qExample') },
          {
            type: 'choice',
            name: 'state',
            label: t('column.state'),
            options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            type: 'choice',
            name: 'certificate',
            label: t('column.certificate'),
            options: STANDINGS.map((value) => ({ value, label: t(`certificate.${value}`) })),
          },
          {
            type: 'choice',
            name: 'ends',
            label: t('list.ends'),
            options: WITHIN.map((value) => ({ value, label: t('list.within', { days: value }) })),
          },
          {
            type: 'choice',
            name: 'sort',
            label: t('list.sort'),
            options: SORTS.map((value) => ({ value, label: t(`sort.${value}`) })),
          },
          {
            type: 'choice',
            name: 'locked',
            label: t('column.locked'),
            options: [
              { value: 'true', label: t('list.yes') },
              { value: 'false', label: t('list.no') },
            ],
          },
          {
            type: 'choice',
            name: 'incident',
            label: t('column.incident'),
            options: [
              { value: 'true', label: t('list.yes') },
              { value: 'false', label: t('list.no') },
            ],
          },
        ]}
        onChange={(values) => navigate({ search: usersSearch(values) })}
        values={filters}
      />
      <QueryTable
        caption={t('list.title')}
        clear={<TextLink to="/users">{t('common:filter.clear')}</TextLink>}
        columns={columnsOf(functions, t)}
        cursor={cursor}
        empty={
          <EmptyState action={register} title={t('list.empty')}>
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={Object.keys(filters).length > 0}
        name="users"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        onOpen={(user) => navigate({ to: '/users/$id', params: { id: user.id } })}
        query={users}
        rowKey={(user) => user.id}
      />
      <p className={classes.note}>{t('list.legend')}</p>
    </Page>
  );
}
