import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status } from '../../shared/ui/Status';
import { AccountStates } from './AccountStates';
import classes from './account.module.css';
import { type AccountLine, accountsQuery } from './api';
import { accountsSearch, ROLES, STATES } from './search';

const route = getRouteApi('/app/accounts');

type Props = {
  readonly operator: boolean;
  readonly mayRegister: boolean;
  /** The tenant to which the list is narrowed. */
  readonly scope?: ReactNode;
};

/** An operator finds a customer's people; officers and administrators see their own tenant's. */
export function AccountsPage({ operator, mayRegister, scope }: Props) {
  const { t } = useTranslation(['account', 'common']);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useQuery(accountsQuery(search));
  const { cursor, tenant, ...filters } = search;
  const columns: Column<AccountLine>[] = [
    {
      id: 'name',
      header: t('field.name'),
      primary: true,
      wide: true,
      cell: (account) => (
        <TextLink params={{ id: account.id }} to="/accounts/$id">
          {account.name}
        </TextLink>
      ),
    },
    {
      id: 'loginId',
      header: t('field.loginId'),
      cell: ({ loginId }) => <span className={classes.loginId}>{loginId ?? '–'}</span>,
    },
    ...(operator
      ? [
          {
            id: 'tenant',
            header: t('field.tenant'),
            cell: ({ tenant: of }: AccountLine) => nameIn(language, of),
          },
        ]
      : []),
    { id: 'role', header: t('field.role'), cell: ({ role }) => t(`common:role.${role}`) },
    { id: 'email', header: t('field.email'), hidden: true, cell: ({ email }) => email ?? '–' },
    {
      id: 'state',
      header: t('field.state'),
      cell: ({ state, locked }) => (
        <span className={classes.states}>
          <AccountStates locked={locked} state={state} />
        </span>
      ),
    },
    {
      id: 'certificate',
      header: t('field.certificate'),
      cell: ({ certificateUntil, certificateOutdated }) =>
        certificateUntil ? (
          <>
            <DateTime at={certificateUntil} only="date" />
            {certificateOutdated && <Status tone="warn">{t('outdated')}</Status>}
          </>
        ) : (
          '–'
        ),
    },
  ];
  const register = mayRegister && (
    <ButtonLink search={tenant ? { tenant } : {}} to="/accounts/new">
      {t('register.do')}
    </ButtonLink>
  );
  return (
    <Page
      actions={register}
      lead={t(operator ? 'list.leadOperator' : 'list.lead')}
      title={t(operator ? 'common:nav.findCustomer' : 'common:nav.accounts')}
    >
      {scope}
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('list.q'), placeholder: t('list.qExample') },
          {
            type: 'choice',
            name: 'role',
            label: t('field.role'),
            options: ROLES.filter((role) => operator || role !== 'OPERATOR').map((value) => ({
              value,
              label: t(`common:role.${value}`),
            })),
          },
          {
            type: 'choice',
            name: 'state',
            label: t('field.state'),
            options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            type: 'choice',
            name: 'locked',
            label: t('list.locked'),
            options: [
              { value: 'true', label: t('list.lockedYes') },
              { value: 'false', label: t('list.lockedNo') },
            ],
          },
        ]}
        onChange={(values) => navigate({ search: accountsSearch({ ...values, tenant }) })}
        values={filters}
      />
      <QueryTable
        caption={t('common:nav.accounts')}
        clear={
          <TextLink search={tenant ? { tenant } : {}} to="/accounts">
            {t('common:filter.clear')}
          </TextLink>
        }
        columns={columns}
        cursor={cursor}
        empty={
          <EmptyState action={register} title={t('list.empty')}>
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={Object.keys(filters).length > 0}
        name="accounts"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        onOpen={(account) => navigate({ to: '/accounts/$id', params: { id: account.id } })}
        query={accounts}
        rowKey={(account) => account.id}
      />
    </Page>
  );
}
