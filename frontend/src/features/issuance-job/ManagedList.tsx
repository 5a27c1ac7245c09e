import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { useTimeZone } from '../../shared/format/zone';
import { CertificateState, DaysLeft } from '../../shared/ui/CertificateState';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status } from '../../shared/ui/Status';
import { Actions } from './Actions';
import { type IssuanceJob, type IssuanceOffer, isRunning, jobCertificatesQuery, managedQuery, offerQuery } from './api';
import { DownloadDialog } from './DownloadDialog';
import { GivenToDialog } from './GivenToDialog';
import { HandOutDialog } from './HandOutDialog';
import { HandOutLotDialog } from './HandOutLotDialog';
import classes from './issuanceJob.module.css';
import { isValid, joined, placeInJob, type Row, rowsOf } from './rows';
import { managedSearch } from './search';

const route = getRouteApi('/app/client-certificates');

/** A certificate that is dealt with, by what people call it. */
export type Named = { readonly id: string; readonly name: string; readonly renewed: boolean };

type Props = {
  readonly offer: IssuanceOffer;
  readonly job: IssuanceJob | undefined;
  readonly selected: readonly Named[];
  readonly onSelect: (selected: readonly Named[]) => void;
  readonly onRefresh: () => void;
  readonly revoke: (selected: readonly Named[], onRevoked: () => void) => ReactNode;
  readonly mayRevokeByFile: boolean;
};

type Open =
  | { readonly what: 'bundle' | 'passwords' | 'handOutLot' }
  | { readonly what: 'handOut' | 'givenTo'; readonly row: Row };

/** The list, with what can be done above and below it. */
export function ManagedList({ offer, job, selected, onSelect, onRefresh, revoke, mayRevokeByFile }: Props) {
  const { t } = useTranslation(['issuanceJob', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const zone = useTimeZone();
  const { number } = useNumbers();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const { sort, cursor: given, ...filters } = search;
  const place = placeInJob(given);
  // A place in a job that nobody watches any more is the beginning of the list.
  const cursor = place !== undefined && !job ? undefined : given;
  const filtered = Object.keys(filters).length > 0;
  const ofJob = job !== undefined && !filtered && (cursor === undefined || place !== undefined);
  const issuing = useQuery({ ...jobCertificatesQuery(job?.id ?? '', offer.pageSize, place), enabled: ofJob });
  const first = ofJob ? issuing.data : undefined;
  const list = useQuery({
    ...managedQuery(place === undefined ? search : { ...filters, ...(sort && { sort }) }, zone, offer),
    select: (page) => ({ ...page, ...(first ? joined(page, first) : { items: rowsOf(page.items, []) }) }),
  });
  const here = list.data?.items.filter(({ status }) => status === 'ISSUING').length ?? 0;
  const toCome = job && isRunning(job) ? job.progress.total - job.progress.done - here : 0;

  const select = (keys: ReadonlySet<string>) => {
    const known = new Map([
      ...selected.map((one) => [one.id, one] as const),
      ...(list.data?.items ?? []).map(
        ({ key, commonName, status }) => [key, { id: key, name: commonName, renewed: status === 'RENEWED' }] as const,
      ),
    ]);
    onSelect([...keys].flatMap((id) => known.get(id) ?? []));
  };
  const refresh = () => {
    onRefresh();
    void queries.invalidateQueries({ queryKey: offerQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['certificates'] });
  };
  const actions = (place: 'above' | 'below') => (
    <Actions
      any={offer.keyFiles > 0}
      mayRevokeByFile={mayRevokeByFile}
      onHandOutLot={selected.length > 0 ? () => setOpen({ what: 'handOutLot' }) : undefined}
      onBundle={() => setOpen({ what: 'bundle' })}
      onPasswords={() => setOpen({ what: 'passwords' })}
      onRefresh={refresh}
      place={place}
      refreshing={list.isRefetching}
      revoke={revoke(selected, () => onSelect([]))}
    />
  );
  const ids = selected.map(({ id }) => id);
  return (
    <div className={classes.list}>
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'show',
            label: t('filter.show'),
            otherwise: t('filter.valid'),
            options: [{ value: 'all', label: t('filter.all') }],
          },
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: 'client_0000' },
          { type: 'day', name: 'issuedFrom', label: t('filter.issuedFrom') },
          { type: 'day', name: 'issuedTo', label: t('filter.issuedTo') },
          { type: 'day', more: true, name: 'expiresTo', label: t('filter.expiresTo') },
          {
            type: 'choice',
            more: true,
            name: 'handedOut',
            label: t('column.handOut'),
            options: (['UNCOLLECTED', 'COLLECTED'] as const).map((value) => ({
              value,
              label: t(`filter.handedOut.${value}`),
            })),
          },
        ]}
        onChange={(values) => navigate({ search: { ...managedSearch(values), ...(sort && { sort }) } })}
        values={filters}
      />
      {actions('above')}
      {toCome > 0 && <p className={classes.note}>{t('toCome', { count: toCome, value: number(toCome) })}</p>}
      <QueryTable
        caption={t('caption')}
        clear={
          <ButtonLink search={{}} to="/client-certificates" variant="default">
            {t('common:filter.clear')}
          </ButtonLink>
        }
        columns={useColumns((what, row) => setOpen({ what, row }))}
        cursor={cursor}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        filtered={filtered || cursor !== undefined}
        isPending={({ status }) => status === 'ISSUING'}
        name="client-certificates"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        onSort={(next) => navigate({ search: managedSearch({ ...filters, sort: next }) })}
        query={list}
        rowKey={({ key }) => key}
        selection={{
          keys: new Set(ids),
          onChange: select,
          nameOf: ({ commonName }) => commonName,
          isSelectable: isValid,
          byHeading: true,
        }}
        sort={sort ?? 'OLDEST'}
      />
      {actions('below')}
      {open?.what === 'handOut' && open.row.certificate && (
        <HandOutDialog
          certificate={open.row.certificate}
          commonName={open.row.commonName}
          offer={offer}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === 'givenTo' && open.row.certificate && (
        <GivenToDialog
          certificate={open.row.certificate}
          commonName={open.row.commonName}
          givenTo={open.row.givenTo ?? ''}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.what === 'handOutLot' && (
        <HandOutLotDialog of={{ certificates: ids }} offer={offer} onClose={() => setOpen(undefined)} />
      )}
      {(open?.what === 'bundle' || open?.what === 'passwords') && (
        <DownloadDialog offer={offer} onClose={() => setOpen(undefined)} selected={ids} what={open.what} />
      )}
    </div>
  );
}

function useColumns(onOpen: (what: 'handOut' | 'givenTo', row: Row) => void): Column<Row>[] {
  const { t } = useTranslation(['issuanceJob', 'common']);
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      cell: (row) =>
        row.certificate ? (
          <TextLink params={{ id: row.certificate }} to="/certificates/$id">
            {row.commonName}
          </TextLink>
        ) : (
          row.commonName
        ),
    },
    {
      id: 'issuedAt',
      header: t('column.issuedAt'),
      sort: { ascending: 'OLDEST', descending: 'ISSUED_AT' },
      cell: ({ status, issuedAt }) =>
        status === 'ISSUING' ? (
          <Status tone="wait">{t('row.ISSUING')}</Status>
        ) : status === 'FAILED' ? (
          <Status tone="bad">{t('row.FAILED')}</Status>
        ) : (
          issuedAt && <DateTime at={issuedAt} />
        ),
    },
    {
      id: 'notAfter',
      header: t('column.notAfter'),
      sort: 'EXPIRES_AT',
      cell: ({ notAfter, status }) =>
        notAfter && status !== 'ISSUING' && status !== 'FAILED' && status !== 'CANCELLED' ? (
          <span className={classes.expiry}>
            <DateTime at={notAfter} only="date" /> <DaysLeft notAfter={notAfter} status={status} />
          </span>
        ) : (
          '–'
        ),
    },
    {
      id: 'revokedAt',
      header: t('column.revokedAt'),
      cell: ({ revokedAt }) => (revokedAt ? <DateTime at={revokedAt} /> : '–'),
    },
    {
      id: 'status',
      header: t('column.status'),
      hidden: true,
      cell: ({ status }) =>
        status === 'ISSUING' || status === 'FAILED' || status === 'CANCELLED' ? (
          '–'
        ) : (
          <CertificateState status={status} />
        ),
    },
    {
      id: 'givenTo',
      header: t('column.givenTo'),
      cell: (row) =>
        row.certificate ? (
          <>
            {row.givenTo}{' '}
            <Button
              aria-label={t('givenTo.open', { name: row.commonName })}
              className={classes.act}
              onClick={() => onOpen('givenTo', row)}
              size="compact-md"
              variant="subtle"
            >
              {t('givenTo.short')}
            </Button>
          </>
        ) : (
          '–'
        ),
    },
    {
      id: 'handOut',
      header: t('column.handOut'),
      cell: (row) => (
        <>
          {isValid(row) && (
            <Button
              aria-label={t('handOut.open', { name: row.commonName })}
              className={classes.act}
              leftSection={<IconLink aria-hidden="true" size={18} />}
              onClick={() => onOpen('handOut', row)}
              size="compact-md"
              variant="subtle"
            >
              {t('handOut.short')}
            </Button>
          )}
          {row.handOut && <Fetched handOut={row.handOut} />}
        </>
      ),
    },
  ];
}

function Fetched({ handOut }: { handOut: NonNullable<Row['handOut']> }) {
  const { t } = useTranslation('issuanceJob');
  if (handOut.collectedAt) return <Status tone="ok">{t('row.fetched')}</Status>;
  return Date.parse(handOut.deadline) < Date.now() ? (
    <Status tone="bad">{t('row.lapsed')}</Status>
  ) : (
    <Status tone="wait">{t('row.unfetched')}</Status>
  );
}
