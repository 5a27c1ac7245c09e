import { Button, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { type Domain, tenantQuery, useUnitList } from './api';

/** The values of OU that were registered for each domain, to look at and to download. */
export function UnitsPage() {
  const { t } = useTranslation(['tenant', 'common']);
  const tenant = useQuery(tenantQuery);
  const list = useUnitList();
  const domains = tenant.data?.domains.filter(({ units }) => units.length > 0) ?? [];
  return (
    <Page
      actions={
        domains.length > 0 &&
        (['Shift_JIS', 'UTF-8'] as const).map((encoding) => (
          <Button
            key={encoding}
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            loading={list.isPending && list.variables === encoding}
            onClick={() => list.mutate(encoding, { onSuccess: (content) => offerDownload(content, 'ou.tsv') })}
            variant="default"
          >
            {t('units.download', { encoding })}
          </Button>
        ))
      }
      lead={t('units.lead')}
      title={t('common:nav.units')}
    >
      <Callout title={t('units.use.title')} tone="info">
        <p>{t('units.use.text')}</p>
      </Callout>
      {list.isError && <ProblemPanel error={list.error} />}
      {tenant.isError ? (
        <ProblemPanel error={tenant.error} onRetry={() => tenant.refetch()} />
      ) : !tenant.data ? (
        <Loading lines={8} />
      ) : domains.length === 0 ? (
        <EmptyState title={t('units.empty')}>{t('units.emptyNext')}</EmptyState>
      ) : (
        domains.map((domain) => (
          <Card key={domain.name} title={domain.name}>
            <UnitTable domain={domain} />
          </Card>
        ))
      )}
    </Page>
  );
}

function UnitTable({ domain }: { domain: Domain }) {
  const { t } = useTranslation('tenant');
  return (
    <Table>
      <caption className="visually-hidden">{t('units.of', { domain: domain.name })}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('units.name')}</Table.Th>
          <Table.Th scope="col">{t('units.state')}</Table.Th>
          <Table.Th scope="col">{t('units.registeredAt')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {domain.units.map((unit) => (
          <Table.Tr key={unit.name}>
            <Table.Th scope="row">{unit.name}</Table.Th>
            <Table.Td>
              <Status tone={unit.state === 'PERMITTED' ? 'ok' : 'idle'}>{t(`units.states.${unit.state}`)}</Status>
            </Table.Td>
            <Table.Td>
              <DateTime at={unit.registeredAt} only="date" />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
