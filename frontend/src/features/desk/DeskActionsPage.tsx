import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
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
import { ActionState } from './ActionState';
import { type DeskAction, deskActionsQuery } from './api';
import classes from './desk.module.css';
import { deskActionsSearch, LETTERS, STATES } from './search';

const route = getRouteApi('/app/desk-actions');

/** What was done for people, and what waits for a second person. */
export function DeskActionsPage({ operator }: { operator: boolean }) {
  const { t } = useTranslation(['desk', 'common']);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const actions = useQuery(deskActionsQuery(search, language));
  const columns: Column<DeskAction>[] = [
    {
      id: 'title',
      header: t('fact.kind'),
      primary: true,
      cell: (action) => (
        <TextLink params={{ id: action.id }} to="/desk-actions/$id">
          {action.title}
        </TextLink>
      ),
    },
    {
      id: 'account',
      header: t('fact.account'),
      wide: true,
      cell: ({ account }) => (
        <>
          {account.name}
          {account.loginId && <span className={classes.loginId}>{account.loginId}</span>}
          {operator && <span className={classes.note}>{nameIn(language, account.tenant)}</span>}
        </>
      ),
    },
    {
      id: 'state',
      header: t('fact.state'),
      cell: (action) => (
        <span className={classes.marks}>
          <ActionState action={action} />
        </span>
      ),
    },
    { id: 'reference', header: t('fact.reference'), cell: ({ reference }) => reference ?? '–' },
    { id: 'takenBy', header: t('fact.takenBy'), cell: ({ takenBy }) => takenBy },
    { id: 'takenAt', header: t('fact.takenAt'), cell: ({ takenAt }) => <DateTime at={takenAt} /> },
  ];
  return (
    <Page lead={t(operator ? 'list.leadOperator' : 'list.lead')} title={t('common:nav.deskActions')}>
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'state',
            label: t('fact.state'),
            options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
          {
            type: 'choice',
            name: 'letter',
            label: t('fact.letter'),
            options: LETTERS.map((value) => ({ value, label: t(value === 'DUE' ? 'letter.due' : 'letter.printed') })),
          },
        ]}
        onChange={(values) => navigate({ search: deskActionsSearch({ ...values, account: search.account }) })}
        values={{ state: search.state, letter: search.letter }}
      />
      <QueryTable
        caption={t('common:nav.deskActions')}
        clear={<TextLink to="/desk-actions">{t('common:filter.clear')}</TextLink>}
        columns={columns}
        cursor={search.cursor}
        empty={
          <EmptyState
            action={
              <ButtonLink to="/accounts">{t(operator ? 'common:nav.findCustomer' : 'common:nav.accounts')}</ButtonLink>
            }
            title={t('list.empty')}
          >
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={[search.state, search.letter, search.account].some((value) => value !== undefined)}
        name="desk-actions"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={(action) => navigate({ to: '/desk-actions/$id', params: { id: action.id } })}
        query={actions}
        rowKey={(action) => action.id}
      />
    </Page>
  );
}
