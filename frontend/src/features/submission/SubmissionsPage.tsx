import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { type Submission, submissionsQuery } from './api';
import { Holder } from './Holder';
import { SubmissionStatus } from './SubmissionStatus';
import { STATES, submissionsSearch } from './search';
import classes from './submission.module.css';

const route = getRouteApi('/app/submissions');

/** What subscriber administrators handed in, and what waits for an officer. */
export function SubmissionsPage() {
  const { t } = useTranslation(['submission', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const submissions = useQuery(submissionsQuery(search));
  const columns: Column<Submission>[] = [
    {
      id: 'file',
      header: t('fact.file'),
      primary: true,
      cell: ({ id, fileName }) => (
        <TextLink params={{ id }} to="/submissions/$id">
          {fileName}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: t('fact.state'),
      cell: ({ state, requestFileState }) => (
        <span className={classes.states}>
          <SubmissionStatus file={requestFileState} state={state} />
        </span>
      ),
    },
    {
      id: 'holder',
      header: t('fact.holder'),
      wide: true,
      cell: ({ name, email }) => <Holder email={email} name={name} />,
    },
    {
      id: 'kind',
      header: t('fact.kind'),
      cell: ({ kind, operation }) => `${t(`kind.${kind}`)} — ${t(`operation.${operation}`)}`,
    },
    { id: 'rows', header: t('fact.rows'), align: 'right', cell: ({ rows }) => rows },
    { id: 'at', header: t('fact.submittedAt'), cell: ({ submittedAt }) => <DateTime at={submittedAt} /> },
  ];
  return (
    <Page
      actions={
        <ButtonLink to="/submission-links" variant="default">
          {t('links.title')}
        </ButtonLink>
      }
      lead={t('lead')}
      title={t('title')}
    >
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'state',
            label: t('fact.state'),
            options: STATES.map((value) => ({ value, label: t(`state.${value}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: submissionsSearch({ ...values }) })}
        values={{ state: search.state }}
      />
      <QueryTable
        caption={t('title')}
        clear={<TextLink to="/submissions">{t('common:filter.clear')}</TextLink>}
        columns={columns}
        cursor={search.cursor}
        empty={
          <EmptyState action={<ButtonLink to="/submission-links">{t('links.title')}</ButtonLink>} title={t('none')}>
            {t('noneNext')}
          </EmptyState>
        }
        filtered={search.state !== undefined}
        name="submissions"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={({ id }) => navigate({ to: '/submissions/$id', params: { id } })}
        query={submissions}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
