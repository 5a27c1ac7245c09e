import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status } from '../../shared/ui/Status';
import { type Kind, type Uncollected, uncollectedQuery, useInviteAgain, useInviteMany } from './api';
import { DaysToGo } from './DaysToGo';
import { InvitationDialog } from './InvitationDialog';
import { Invited, InviteSelected } from './InviteSelected';
import { PinState } from './PinState';
import classes from './renewal.module.css';
import { uncollectedSearch } from './search';

const route = getRouteApi('/app/uncollected');

type Props = { readonly kinds: readonly Kind[]; readonly domains: readonly string[] };

/** Who has not fetched what was issued; the mails with the URLs are sent again by one press, of one or of all that are selected. */
export function UncollectedPage({ kinds, domains }: Props) {
  const { t } = useTranslation(['renewal', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [now] = useState(Date.now);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const invite = useInviteMany();
  const uncollected = useQuery(uncollectedQuery(search));
  const lapsed = search.state === 'LAPSED';
  const columns = useColumns(now, lapsed);
  const { cursor, ...filters } = search;
  return (
    <Page
      lead={t('uncollected.lead')}
      title={t('uncollected.title')}
      trail={[{ label: t('common:nav.renewals'), to: '/renewals' }]}
    >
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
          {
            type: 'choice',
            name: 'state',
            label: t('filter.state'),
            options: (['WAITING', 'LAPSED'] as const).map((state) => ({
              value: state,
              label: t(`uncollected.state.${state}`),
            })),
          },
          {
            type: 'choice',
            name: 'kind',
            label: t('filter.kind'),
            options: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          },
          {
            type: 'choice',
            name: 'domain',
            label: t('filter.domain'),
            options: domains.map((domain) => ({ value: domain, label: domain })),
          },
        ]}
        onChange={(values) => {
          setSelected(new Set());
          return navigate({ search: uncollectedSearch(values) });
        }}
        values={filters}
      />
      <Invited invite={invite} />
      <QueryTable
        caption={t('uncollected.title')}
        clear={
          <ButtonLink search={{}} to="/uncollected" variant="default">
            {t('common:filter.clear')}
          </ButtonLink>
        }
        columns={columns}
        cursor={cursor}
        empty={<EmptyState title={t('uncollected.empty')}>{t('uncollected.emptyNext')}</EmptyState>}
        filtered={Object.keys(filters).length > 0}
        name="uncollected"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        query={uncollected}
        rowKey={({ id }) => id}
        selection={
          lapsed
            ? undefined
            : {
                keys: selected,
                onChange: setSelected,
                nameOf: ({ commonName }) => commonName,
                isSelectable: () => true,
                actions: <InviteSelected certificates={[...selected]} invite={invite} />,
              }
        }
      />
    </Page>
  );
}

function useColumns(now: number, lapsed: boolean): Column<Uncollected>[] {
  const { t } = useTranslation(['renewal', 'common']);
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      wide: true,
      cell: (one) =>
        one.serial ? (
          <TextLink params={{ id: one.id }} to="/certificates/$id">
            {one.commonName}
          </TextLink>
        ) : (
          one.commonName
        ),
    },
    {
      id: 'collectBy',
      header: t('column.collectBy'),
      cell: (one) => (
        <span className={classes.end}>
          <DateTime at={one.collectBy} only="date" />{' '}
          {lapsed ? (
            <Status tone="idle">{t('uncollected.state.LAPSED')}</Status>
          ) : (
            <DaysToGo end={one.collectBy} now={now} />
          )}
        </span>
      ),
    },
    {
      id: 'subscriber',
      header: t('column.subscriber'),
      cell: (one) => (
        <span>
          {one.subscriber?.name || '–'}
          {one.subscriber?.email && <span className={classes.note}>{one.subscriber.email}</span>}
        </span>
      ),
    },
    {
      id: 'holder',
      header: t('column.holder'),
      cell: (one) =>
        one.holder ? (
          <span>
            {one.holder.name}
            <span className={classes.note}>{one.holder.email}</span>
          </span>
        ) : (
          '–'
        ),
    },
    { id: 'pin', header: t('column.pin'), cell: (one) => (one.pin ? <PinState state={one.pin} /> : '–') },
    {
      id: 'for',
      header: t('column.for'),
      cell: (one) => t(one.renewal ? 'uncollected.renewal' : 'uncollected.issue'),
    },
    { id: 'issuedAt', header: t('column.issuedAt'), cell: (one) => <DateTime at={one.issuedAt} only="date" /> },
    { id: 'kind', header: t('filter.kind'), hidden: true, cell: (one) => t(`common:kind.${one.kind}`) },
    {
      id: 'invite',
      header: '',
      cell: (one) =>
        lapsed ? null : (
          <span className={classes.tools}>
            <InviteAgain certificate={one} />
            {one.pin && <Manage invitation={one} />}
          </span>
        ),
    },
  ];
}

/** What can be done for whoever cannot collect with what was sent. */
function Manage({ invitation }: { invitation: Uncollected }) {
  const { t } = useTranslation('renewal');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        aria-label={t('manage.doNamed', { name: invitation.commonName })}
        onClick={() => setOpened(true)}
        size="sm"
        variant="default"
      >
        {t('manage.do')}
      </Button>
      {opened && <InvitationDialog invitation={invitation} onClose={() => setOpened(false)} />}
    </>
  );
}

function InviteAgain({ certificate }: { certificate: Uncollected }) {
  const { t } = useTranslation('renewal');
  const invite = useInviteAgain();
  if (invite.isSuccess) {
    return (
      <span role="status">
        <Status tone="ok">{t('invite.done')}</Status>
      </span>
    );
  }
  return (
    <>
      <Button
        aria-label={t('invite.doNamed', { name: certificate.commonName })}
        leftSection={<IconMail aria-hidden="true" size={18} />}
        loading={invite.isPending}
        onClick={() => invite.mutate(certificate.id)}
        size="sm"
        variant="default"
      >
        {t('invite.do')}
      </Button>
      {invite.isError && <ProblemPanel error={invite.error} />}
    </>
  );
}
