import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TENANT_KINDS } from '../../api/kinds';
import { groupHex } from '../../shared/format/text';
import { useTimeZone } from '../../shared/format/zone';
import { CertificateState, DaysLeft } from '../../shared/ui/CertificateState';
import type { Column, Selection } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { type Certificate, certificatesQuery, exportUrl } from './api';
import classes from './certificate.module.css';
import { certificatesSearch, STATUSES } from './search';

const route = getRouteApi('/app/certificates');

type Props = {
  /** The certificate whose panel is open. */
  readonly openId?: string | undefined;
  readonly mayExport: boolean;
  readonly mayApply: boolean;
  /** The kinds that the account lists. */
  readonly kinds: readonly (typeof TENANT_KINDS)[number][];
  /** Whether the account lists all kinds together. */
  readonly mayListAll: boolean;
  /** The names of the tenant's domains. */
  readonly domains: readonly string[];
  /** Certificates that are dealt with together, where the account may. */
  readonly selection?: Selection<Certificate> | undefined;
};

export function CertificatesPage({ openId, kinds, mayListAll, mayExport, mayApply, domains, selection }: Props) {
  const { t } = useTranslation(['certificate', 'common']);
  const asked = route.useSearch();
  // Whoever may not list all kinds together begins with the first of the own.
  const first = mayListAll ? undefined : kinds[0];
  const search = first && !asked.kind ? { ...asked, kind: first } : asked;
  const navigate = route.useNavigate();
  const zone = useTimeZone();
  const certificates = useQuery(certificatesQuery(search, zone));
  const columns = useColumns();
  const { sort, cursor, ...filters } = search;
  const titleOf = (kind: typeof filters.kind) =>
    kind === 'SERVER' ? t('common:nav.section.SERVER') : kind ? t(`common:kind.${kind}`) : t('list.title');
  const chosen = { ...filters, kind: filters.kind === first ? undefined : filters.kind };
  const filtered = Object.values(chosen).some(Boolean);
  return (
    <Page
      actions={mayApply && <ButtonLink to="/request-files/new">{t('common:nav.upload')}</ButtonLink>}
      title={titleOf(filters.kind)}
    >
      <FilterBar
        filters={[
          { type: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
          {
            type: 'choice',
            name: 'kind',
            label: t('column.kind'),
            ...(first && { otherwise: t(`common:kind.${first}`) }),
            options: kinds
              .filter((kind) => kind !== first)
              .map((kind) => ({ value: kind, label: t(`common:kind.${kind}`) })),
          },
          {
            type: 'choice',
            name: 'status',
            label: t('column.status'),
            options: STATUSES.map((status) => ({ value: status, label: t(`common:status.${status}`) })),
          },
          {
            type: 'choice',
            name: 'domain',
            label: t('column.domain'),
            options: domains.map((domain) => ({ value: domain, label: domain })),
          },
          { type: 'day', more: true, name: 'expiresFrom', label: t('filter.expiresFrom') },
          { type: 'day', name: 'expiresTo', label: t('filter.expiresTo') },
          { type: 'day', more: true, name: 'issuedFrom', label: t('filter.issuedFrom') },
          { type: 'day', more: true, name: 'issuedTo', label: t('filter.issuedTo') },
        ]}
        onChange={(values) => navigate({ search: { ...certificatesSearch(values), sort } })}
        values={chosen}
      />
      <QueryTable
        caption={t('list.title')}
        columns={columns}
        cursor={cursor}
        clear={
          <ButtonLink search={{}} to="/certificates" variant="default">
            {t('common:filter.clear')}
          </ButtonLink>
        }
        empty={
          <EmptyState
            action={mayApply && <ButtonLink to="/request-files/new">{t('common:nav.upload')}</ButtonLink>}
            title={t('list.empty')}
          >
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={filtered}
        query={certificates}
        name="certificates"
        onCursor={(next) => navigate({ search: { ...search, cursor: next } })}
        onOpen={({ id }) => navigate({ to: '/certificates/$id', params: { id }, search, resetScroll: false })}
        onSort={(next) => navigate({ search: certificatesSearch({ ...filters, sort: next }) })}
        openKey={openId}
        rowKey={({ id }) => id}
        selection={selection}
        sort={sort ?? 'ISSUED_AT'}
        tools={mayExport && <ExportMenu kind={filters.kind} />}
      />
    </Page>
  );
}

function ExportMenu({ kind }: { kind: string | undefined }) {
  const { t } = useTranslation(['certificate', 'common']);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button leftSection={<IconDownload aria-hidden="true" size={18} />} variant="default">
          {t('export.do')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('export.note')}</Menu.Label>
        {(['Shift_JIS', 'UTF-8'] as const).map((encoding) => (
          <Menu.Item component="a" download href={exportUrl(kind, encoding)} key={encoding}>
            {t(`export.${encoding}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns(): Column<Certificate>[] {
  const { t } = useTranslation(['certificate', 'common']);
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      wide: true,
      cell: (one) => (
        <TextLink params={{ id: one.id }} resetScroll={false} search={true} to="/certificates/$id">
          {one.commonName}
        </TextLink>
      ),
    },
    { id: 'status', header: t('column.status'), cell: (one) => <CertificateState status={one.status} /> },
    {
      id: 'notAfter',
      header: t('column.notAfter'),
      sort: 'EXPIRES_AT',
      cell: (one) => (
        <span className={classes.expiry}>
          <DateTime at={one.notAfter} only="date" /> <DaysLeft notAfter={one.notAfter} status={one.status} />
        </span>
      ),
    },
    {
      id: 'subscriber',
      header: t('column.subscriber'),
      cell: (one) => one.subscriber?.name || one.subscriber?.email || '–',
    },
    {
      id: 'issuedAt',
      header: t('column.issuedAt'),
      sort: 'ISSUED_AT',
      cell: (one) => <DateTime at={one.issuedAt} only="date" />,
    },
    { id: 'kind', header: t('column.kind'), hidden: true, cell: (one) => t(`common:kind.${one.kind}`) },
    { id: 'profile', header: t('column.profile'), hidden: true, cell: (one) => one.profile },
    {
      id: 'email',
      header: t('column.email'),
      hidden: true,
      cell: (one) => one.subscriber?.email ?? '–',
    },
    {
      id: 'serial',
      header: t('column.serial'),
      hidden: true,
      wide: true,
      cell: (one) => <span className={classes.mono}>{groupHex(one.serial, 4, ' ')}</span>,
    },
    {
      id: 'revokedAt',
      header: t('column.revokedAt'),
      hidden: true,
      cell: (one) => (one.revokedAt ? <DateTime at={one.revokedAt} /> : '–'),
    },
  ];
}
