import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AuthorityStatus } from './AuthorityStatus';
import { type Authority, type AuthorityLine, authoritiesQuery, type Generation, linesQuery } from './api';
import { CompromiseButton } from './CompromiseButton';
import { withAllBelow } from './lines';
import { OcspLines } from './OcspLines';
import { RetireButton } from './RetireButton';
import { SpreadButton } from './SpreadButton';

const route = getRouteApi('/app/authority-lines/$line');

/** One line with its generations, and what may be done with each. */
export function AuthorityLinePage() {
  const { t } = useTranslation('authority');
  const { line: name } = route.useParams();
  const lines = useQuery(linesQuery);
  // What the public page says of them, too; the line is worth showing also without it.
  const authorities = useQuery(authoritiesQuery);
  const line = lines.data?.find((each) => each.name === name);
  const trail = [{ label: t('lines.title'), to: '/authority-lines' }];
  if (!line) {
    return (
      <Page title={name} trail={trail} width="form">
        {lines.isPending && <Loading lines={10} />}
        {lines.isError && <ProblemPanel error={lines.error} onRetry={() => lines.refetch()} />}
        {lines.isSuccess && <EmptyState title={t('line.unknown')}>{t('line.unknownNext')}</EmptyState>}
      </Page>
    );
  }
  const pending = line.generations.find((each) => each.state === 'PENDING');
  const all = lines.data?.flatMap((each) => each.generations) ?? [];
  return (
    <Page
      actions={
        pending ? (
          <ButtonLink params={{ line: name, name: pending.name }} to="/authority-lines/$line/$name">
            {t('line.toPending')}
          </ButtonLink>
        ) : (
          <ButtonLink params={{ line: name }} to="/authority-lines/$line/next">
            {t('line.next')}
          </ButtonLink>
        )
      }
      lead={t('line.lead')}
      title={line.label}
      trail={trail}
      width="form"
    >
      {!line.issuing && (
        <Callout title={t('line.nobody')} tone="bad">
          <p>{t('line.nobodyNext')}</p>
        </Callout>
      )}
      {line.generations.map((generation) => (
        <GenerationCard
          affected={withAllBelow(generation.name, all)}
          authority={authorities.data?.find((each) => each.name === generation.name)}
          generation={generation}
          key={generation.name}
          line={line}
        />
      ))}
    </Page>
  );
}

type CardProps = {
  readonly generation: Generation;
  readonly line: AuthorityLine;
  readonly affected: readonly Generation[];
  readonly authority: Authority | undefined;
};

function GenerationCard({ generation, line, affected, authority }: CardProps) {
  const { t } = useTranslation('authority');
  const { state } = generation;
  const another = line.issuing !== undefined && line.issuing !== generation.name;
  return (
    <Card actions={<AuthorityStatus of={generation} />} title={generation.label}>
      <p>{generation.issuing ? t('line.says.ISSUING') : t(`line.says.${state}`)}</p>
      <Facts
        facts={[
          { label: t('fact.name'), value: generation.name },
          { label: t('fact.subject'), value: generation.subjectDn },
          !!generation.issuer && { label: t('fact.signedBy'), value: signerOf(generation, t('line.itself')) },
          { label: t('fact.keyKind'), value: generation.keyDescription },
          !!generation.notBefore &&
            !!generation.notAfter && {
              label: t('fact.validity'),
              value: (
                <>
                  <DateTime at={generation.notBefore} only="date" /> –{' '}
                  <DateTime at={generation.notAfter} only="date" relative />
                </>
              ),
            },
          generation.crlShards !== undefined && { label: t('fact.crlShards'), value: generation.crlShards },
        ]}
      />
      {authority?.ocspUrl && <OcspLines authority={authority} ocspUrl={authority.ocspUrl} />}
      <Group gap="sm">
        {state === 'PENDING' && (
          <ButtonLink params={{ line: line.name, name: generation.name }} to="/authority-lines/$line/$name">
            {t('line.toPending')}
          </ButtonLink>
        )}
        {state === 'ACTIVE' && another && <RetireButton generation={generation} />}
        {state === 'ACTIVE' && <SpreadButton generation={generation} />}
        {(state === 'ACTIVE' || state === 'RETIRED') && (
          <CompromiseButton affected={affected} generation={generation} />
        )}
      </Group>
    </Card>
  );
}

const signerOf = (generation: Generation, itself: string) =>
  generation.issuer === generation.name ? itself : generation.issuer;
