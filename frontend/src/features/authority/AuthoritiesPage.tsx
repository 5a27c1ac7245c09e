import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AuthorityCard } from './AuthorityCard';
import { authoritiesQuery, crlsQuery } from './api';
import { byLine } from './lines';

/** CA certificates and CRLs for whoever relies on them: every generation, also those that issue nothing any more. */
export function AuthoritiesPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('authority');
  const authorities = useQuery(authoritiesQuery);
  // The certificates are worth showing also when the lists cannot be had.
  const crls = useQuery(crlsQuery);
  return (
    <Page lead={t('lead')} title={t('title')} width="form">
      <Callout title={t('check.title')} tone="info">
        <p>{t('check.text')}</p>
      </Callout>
      {authorities.isPending && <Loading lines={10} />}
      {authorities.isError && <ProblemPanel error={authorities.error} onRetry={() => authorities.refetch()} />}
      {authorities.data?.length === 0 && <EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
      {byLine(authorities.data ?? []).map((line) => (
        <section aria-labelledby={`line-${line.name}`} key={line.name}>
          <Title id={`line-${line.name}`} mb="sm" order={2}>
            {line.authorities.at(-1)?.label}
          </Title>
          {line.authorities.map((authority) => (
            <AuthorityCard
              authority={authority}
              crls={crls.data?.filter((crl) => crl.authority === authority.name && crl.kind === 'FULL') ?? []}
              key={authority.name}
            />
          ))}
        </section>
      ))}
      {children}
    </Page>
  );
}
