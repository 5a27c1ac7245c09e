import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../shared/ui/DateTime';
import { Status } from '../../shared/ui/Status';
import type { Domain } from './api';

type Props = {
  readonly domains: readonly Domain[];
  readonly actions?: ((domain: Domain) => ReactNode) | undefined;
};

/** For which domains, until when and how certificates are issued. */
export function DomainTable({ domains, actions }: Props) {
  const { t } = useTranslation('tenant');
  if (domains.length === 0) return <p>{t('page.noDomains')}</p>;
  return (
    <Table.ScrollContainer minWidth={700} type="native">
      <Table>
        <caption className="visually-hidden">{t('form.domains')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('domain.name')}</Table.Th>
            <Table.Th scope="col">{t('domain.deadline')}</Table.Th>
            <Table.Th scope="col">{t('domain.state')}</Table.Th>
            <Table.Th scope="col">{t('domain.wildcard')}</Table.Th>
            <Table.Th scope="col">{t('domain.units')}</Table.Th>
            {actions && <Table.Th scope="col">{t('domain.actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {domains.map((domain) => (
            <Table.Tr key={domain.name}>
              <Table.Th scope="row">{domain.name}</Table.Th>
              <Table.Td>
                <DateTime at={domain.issuingDeadline} only="date" relative />
              </Table.Td>
              <Table.Td>
                <Status tone={domain.permitted ? 'ok' : 'bad'}>
                  {domain.permitted ? t('permitted') : t('notPermitted')}
                </Status>
              </Table.Td>
              <Table.Td>{domain.wildcardAllowed ? t('domain.yes') : t('domain.no')}</Table.Td>
              <Table.Td>{permittedUnits(domain) || '–'}</Table.Td>
              {actions && <Table.Td>{actions(domain)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function permittedUnits(domain: Domain): string {
  return domain.units
    .filter((unit) => unit.state === 'PERMITTED')
    .map((unit) => unit.name)
    .join(', ');
}
