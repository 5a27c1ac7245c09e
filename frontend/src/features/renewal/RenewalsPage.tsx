import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../shared/format/zone';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status, type Tone } from '../../shared/ui/Status';
import { filterOf, type Kind, type Renewal, type RenewalState, renewalCountsQuery, renewalsQuery, STATES } from './api';
import { DaysToGo } from './DaysToGo';
import { Figures } from './Figures';
import { FileButtons } from './FileButtons';
import classes from './renewal.module.css';
import { renewalsSearch, WITHIN } from './search';

const route = getRouteApi('/app/renewals');

const TONE: Record<RenewalState, Tone> = { NOT_RENEWED: 'warn', NOT_COLLECTED: 'wait', RENEWED: 'ok' };

type Props = {
  /** The kinds that the officer's rights are for; the first one is shown where none is chosen. */
  readonly kinds: readonly Kind[];
  readonly domains: readonly string[];
  /** A link with which some of them are renewed, for the officer to pass on. */
  readonly link: (kind: Kind, certificates: Chosen) => ReactNode;
};

/** What a link is to be for, and who is responsible for it, as far as that is one person. */
export type Chosen = {
  readonly certificates: readonly string[];
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

function chosenOf(selected: ReadonlySet<string>, shown: readonly Renewal[]): Chosen {
  const here = shown.filter(({ id }) => selected.has(id));
  const certificates = [...selected].filter((id) => here.find((one) => one.id === id)?.state !== 'RENEWED');
  const [first, ...others] = here;
  return {
    certificates,
    ...(others.every(({ subscriber }) => subscriber?.email === first?.subscriber?.email) && {
      name: first?.subscriber?.name,
      email: first?.subscriber?.email,
    }),
  };
}

/** What ends soon, what became of it, and the files with which it is renewed and cleared away. */
export function RenewalsPage({ kinds, domains, link }: Props) {
  const { t } = useTranslation(['renewal', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useTimeZone();
  const [now] = useState(Date.now);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const kind = kinds.find((one) => one === search.kind) ?? kinds[0] ?? 'SERVER';
  const filter = filterOf(search, zone, now);
  const renewals = useQuery(renewalsQuery(kind, filter, { state: search.state, cursor: search.cursor }));
  const counts = useQuery(renewalCountsQuery(kind, filter));
  const columns = useColumns(now);
  const chosen = chosenOf(selected, renewals.data?.items ?? []);
  const { cursor, kind: _, within, ...filters } = search;
  const change = (values: Record<string, string | undefined>) => {
    setSelected(new Set());
    return navigate({ search: renewalsSearch({ kind: search.kind, ...values }) });
  };
  return (
    <Page
      actions={
        <ButtonLink search={{ kind }} to="/uncollected" variant="default">
          {t('uncollected.title')}
        </ButtonLink>
      }
      lead={t('lead')}
      title={t('common:nav.renewals')}
    >
      {kinds.length > 1 && (
        <ChoiceGroup
          choices={kinds.map((one) => ({ value: one, name: t(`kind.${one}`) }))}
          legend={t('filter.kind')}
          onChange={(one) => change({ ...search, kind: one, cursor: undefined })}
          row
          value={kind}
        />
      )}
      <Figures counts={counts.data} kind={kind} search={search} />
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
          {
            type: 'choice',
            name: 'within',
            label: t('filter.within'),
            options: WITHIN.map((days) => ({ value: days, label: t('filter.days', { count: Number(days) }) })),
          },
          {
            type: 'choice',
            name: 'state',
            label: t('filter.state'),
            options: STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
          {
            type: 'choice',
            name: 'domain',
            label: t('filter.domain'),
            options: domains.map((domain) => ({ value: domain, label: domain })),
          },
          { type: 'day', more: true, name: 'expiresFrom', label: t('filter.expiresFrom') },
          { type: 'day', more: true, name: 'expiresTo', label: t('filter.expiresTo') },
        ]}
        onChange={(values) => change(values)}
        values={{ ...filters, within }}
      />
      <QueryTable
        caption={t('common:nav.renewals')}
        clear={
          <ButtonLink search={{ kind }} to="/renewals" variant="default">
            {t('common:filter.clear')}
          </ButtonLink>
        }
        columns={columns}
        cursor={cursor}
        empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
        filtered={Object.keys(filters).length > 0 || within !== undefined}
        name="renewals"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        query={renewals}
        rowKey={({ id }) => id}
        selection={{
          keys: selected,
          onChange: setSelected,
          nameOf: ({ commonName }) => commonName,
          isSelectable: ({ state }) => state !== 'NOT_COLLECTED',
          actions: (
            <>
              <FileButtons choice={{ certificates: [...selected] }} kind={kind} />
              {kind !== 'CLIENT' && chosen.certificates.length > 0 && link(kind, chosen)}
            </>
          ),
        }}
        tools={
          counts.data && (
            <div className={classes.tools}>
              <FileButtons counts={counts.data} filter={filter} kind={kind} />
            </div>
          )
        }
      />
    </Page>
  );
}

function useColumns(now: number): Column<Renewal>[] {
  const { t } = useTranslation(['renewal', 'common']);
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      wide: true,
      cell: (one) => (
        <TextLink params={{ id: one.id }} to="/certificates/$id">
          {one.commonName}
        </TextLink>
      ),
    },
    {
      id: 'notAfter',
      header: t('column.notAfter'),
      cell: (one) => (
        <span className={classes.end}>
          <DateTime at={one.notAfter} only="date" />{' '}
          <DaysToGo end={one.notAfter} now={now} quiet={one.state !== 'NOT_RENEWED'} />
        </span>
      ),
    },
    {
      id: 'state',
      header: t('column.state'),
      cell: (one) => <Status tone={TONE[one.state]}>{t(`state.${one.state}`)}</Status>,
    },
    {
      id: 'successor',
      header: t('column.successor'),
      cell: (one) =>
        one.successor ? (
          <span>
            <TextLink params={{ id: one.successor.id }} to="/certificates/$id">
              {t('successor.open')}
            </TextLink>
            {one.state === 'NOT_COLLECTED' && one.successor.collectBy && (
              <span className={classes.note}>
                {t('successor.deadline')} <DateTime at={one.successor.collectBy} only="date" />
              </span>
            )}
          </span>
        ) : (
          '–'
        ),
    },
    {
      id: 'subscriber',
      header: t('column.subscriber'),
      cell: (one) => one.subscriber?.name || one.subscriber?.email || '–',
    },
    { id: 'domain', header: t('column.domain'), hidden: true, cell: (one) => one.domain ?? '–' },
    { id: 'profile', header: t('column.profile'), hidden: true, cell: (one) => one.profile },
    { id: 'email', header: t('column.email'), hidden: true, cell: (one) => one.subscriber?.email ?? '–' },
  ];
}
