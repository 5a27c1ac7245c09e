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
import { authoritiesQuery, type Crl } from './api';
import { byLine } from './lines';

type Props = {
  /** Absent while they cannot be had: the certificates are worth showing without. */
  readonly crls: readonly Crl[] | undefined;
  readonly children?: ReactNode;
};

/** CA certificates and CRLs for whoever relies on them: every generation, also those that issue nothing any more. */
export function AuthoritiesPage({ crls, children }: Props) {
  const { t } = useTranslation('authority');
  const authorities = useQuery(authoritiesQuery);
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
              crls={crls?.filter((crl) => crl.authority === authority.name && crl.kind === 'FULL') ?? []}
              key={authority.name}
            />
          ))}
        </section>
      ))}
      {children}
    </Page>
  );
}
