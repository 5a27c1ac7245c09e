import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../shared/format/zone';
import { Code } from '../../shared/ui/Code';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Facts } from '../../shared/ui/Facts';
import { FilterBar } from '../../shared/ui/FilterBar';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status } from '../../shared/ui/Status';
import { type AuditEvent, auditEventsQuery, exportUrl } from './api';
import classes from './audit.module.css';
import { MANAGED, OPERATIONS } from './operations';
import { SealFacts } from './SealFacts';
import { type AuditSearch, auditSearch, OUTCOMES } from './search';

const route = getRouteApi('/app/audit');

type Props = {
  readonly everyTenant: boolean;
  /** Whether this is a tenant that adds certificates itself: then these are what is done there (DN-052). */
  readonly managed: boolean;
};

/** Who did what to what, when, from where. */
export function AuditPage({ everyTenant, managed }: Props) {
  const { t } = useTranslation(['audit', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useTimeZone();
  const events = useQuery(auditEventsQuery(search, zone));
  const [open, setOpen] = useState<AuditEvent>();
  const columns: Column<AuditEvent>[] = [
    { id: 'at', header: t('column.at'), cell: (event) => <DateTime at={event.at} /> },
    {
      id: 'operation',
      header: t('column.operation'),
      primary: true,
      cell: (event) => (
        <button className={CELL_BUTTON} onClick={() => setOpen(event)} type="button">
          {event.title}
        </button>
      ),
    },
    {
      id: 'outcome',
      header: t('column.outcome'),
      cell: (event) => (
        <Status tone={event.outcome === 'SUCCESS' ? 'ok' : 'bad'}>{t(`common:outcome.${event.outcome}`)}</Status>
      ),
    },
    {
      id: 'target',
      header: t('column.detail'),
      wide: true,
      cell: (event) => <span className={classes.detail}>{event.summary ?? event.target ?? '–'}</span>,
    },
    { id: 'actor', header: t('column.actor'), cell: (event) => event.actor ?? t('nobody') },
    {
      id: 'role',
      header: t('column.role'),
      hidden: true,
      cell: (event) => (event.actorRole ? t(`common:role.${event.actorRole}`) : '–'),
    },
    { id: 'address', header: t('column.address'), cell: (event) => event.address ?? '–' },
  ];
  const { cursor: _, ...filters } = search;
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Page lead={everyTenant ? t('leadAll') : t('lead')} title={t('title')}>
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
          {
            type: 'choice',
            name: 'operation',
            label: t('column.operation'),
            options: managed
              ? MANAGED.map((operation) => ({ value: operation, label: t(`managed.${operation}`) }))
              : OPERATIONS.map((operation) => ({ value: operation, label: t(`operation.${operation}`) })),
          },
          {
            type: 'choice',
            name: 'outcome',
            label: t('column.outcome'),
            options: OUTCOMES.map((outcome) => ({ value: outcome, label: t(`common:outcome.${outcome}`) })),
          },
          { type: 'day', name: 'from', label: t('filter.from') },
          { type: 'day', name: 'to', label: t('filter.to') },
          {
            type: 'text',
            name: 'address',
            label: t('column.address'),
            placeholder: t('filter.addressExample'),
            more: true,
          },
          { type: 'text', name: 'actor', label: t('filter.actor'), placeholder: t('filter.idExample'), more: true },
          { type: 'text', name: 'target', label: t('filter.target'), placeholder: t('filter.idExample'), more: true },
        ]}
        onChange={(values) => navigate({ search: auditSearch(values) })}
        values={filters}
      />
      <QueryTable
        caption={t('title')}
        columns={columns}
        cursor={search.cursor}
        empty={<EmptyState title={t('empty')} />}
        filtered={filtered}
        query={events}
        name="audit"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={setOpen}
        rowKey={(event) => event.id}
        tools={<ExportMenu search={search} />}
      />
      <Dialog onClose={() => setOpen(undefined)} opened={!!open} size="lg" title={open?.title}>
        {open && (
          <Stack>
            <EventFacts event={open} />
            <Related event={open} onFollow={() => setOpen(undefined)} />
            <SealFacts event={open.id} key={open.id} />
          </Stack>
        )}
      </Dialog>
    </Page>
  );
}

/** What is shown, whatever page of it, as a file. */
function ExportMenu({ search }: { readonly search: AuditSearch }) {
  const { t } = useTranslation('audit');
  const zone = useTimeZone();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button leftSection={<IconDownload aria-hidden="true" size={18} />} variant="default">
          {t('export.do')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['csv', 'ndjson', 'txt'] as const).map((form) => (
          <Menu.Item component="a" download href={exportUrl(form, search, zone)} key={form}>
            {t(`export.${form}`)}
            <Text c="dimmed" size="sm">
              {t(`export.${form}Note`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The same history, of one of whom and what this event is about. */
function Related({ event, onFollow }: { readonly event: AuditEvent; readonly onFollow: () => void }) {
  const { t } = useTranslation('audit');
  const { actorId: actor, targetId: target, address } = event;
  return (
    <Group gap="md">
      {actor && (
        <TextLink onClick={onFollow} search={{ actor }} to="/audit">
          {t('related.actor')}
        </TextLink>
      )}
      {target && (
        <TextLink onClick={onFollow} search={{ target }} to="/audit">
          {t('related.target')}
        </TextLink>
      )}
      {address && (
        <TextLink onClick={onFollow} search={{ address }} to="/audit">
          {t('related.address')}
        </TextLink>
      )}
    </Group>
  );
}

const CELL_BUTTON = 'shomei-link-button';

function EventFacts({ event }: { event: AuditEvent }) {
  const { t } = useTranslation(['audit', 'common']);
  return (
    <Facts
      facts={[
        { label: t('column.at'), value: <DateTime at={event.at} relative /> },
        { label: t('column.outcome'), value: t(`common:outcome.${event.outcome}`) },
        { label: t('fact.name'), value: <code>{event.operation}</code> },
        !!event.summary && { label: t('column.detail'), value: event.summary },
        !!event.target && { label: t('column.target'), value: event.target },
        { label: t('column.actor'), value: event.actor ?? t('nobody') },
        !!event.actorRole && { label: t('column.role'), value: t(`common:role.${event.actorRole}`) },
        !!event.address && { label: t('column.address'), value: event.address },
        ...Object.entries(event.detail ?? {}).map(([label, value]) => ({ label, value })),
        !!event.requestId && {
          label: t('common:problem.requestId'),
          value: <Code text={event.requestId} what={t('common:problem.requestId')} />,
        },
      ]}
    />
  );
}
