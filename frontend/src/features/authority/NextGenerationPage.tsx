import { Button, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../api/client';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Steps } from '../../shared/ui/Steps';
import { type AuthorityLine, KEYS, linesQuery, useCreateGeneration } from './api';
import { NEXT_STEPS, type NextGenerationSearch } from './search';

const route = getRouteApi('/app/authority-lines/$line/next');

/** The next generation of a line, one question a page: where it is signed, by whom and with which key, and whether to do it. */
export function NextGenerationPage() {
  const { t } = useTranslation('authority');
  const { line: name } = route.useParams();
  const search = route.useSearch();
  const lines = useQuery(linesQuery);
  const line = lines.data?.find((each) => each.name === name);
  const step = search.signed ? (search.step ?? 'signed') : 'signed';
  return (
    <Page
      title={t('next.title', { label: line?.label ?? name })}
      trail={[
        { label: t('lines.title'), to: '/authority-lines' },
        { label: line?.label ?? name, to: `/authority-lines/${name}` },
      ]}
      width="form"
    >
      <Steps
        current={NEXT_STEPS.indexOf(step)}
        label={t('next.steps')}
        steps={NEXT_STEPS.map((each) => t(`next.step.${each}`))}
      />
      {lines.isPending && <Loading lines={6} />}
      {lines.isError && <ProblemPanel error={lines.error} onRetry={() => lines.refetch()} />}
      {lines.isSuccess && !line && <EmptyState title={t('line.unknown')}>{t('line.unknownNext')}</EmptyState>}
      {line && step === 'signed' && <Signed line={line} search={search} />}
      {line && step === 'details' && <Details line={line} search={search} />}
      {line && step === 'confirm' && <Confirm line={line} search={search} />}
    </Page>
  );
}

type StepProps = { readonly line: AuthorityLine; readonly search: NextGenerationSearch };

function Signed({ line, search }: StepProps) {
  const { t } = useTranslation(['authority', 'common']);
  const navigate = route.useNavigate();
  const [signed, setSigned] = useState(search.signed ?? (line.root ? 'HERE' : undefined));
  const [attempt, setAttempt] = useState(0);
  const here = { value: 'HERE' as const, name: t('next.here'), line: t(line.root ? 'next.hereRoot' : 'next.hereLine') };
  const elsewhere = { value: 'ELSEWHERE' as const, name: t('next.elsewhere'), line: t('next.elsewhereLine') };
  const go = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (signed) void navigate({ search: { ...search, signed, step: 'details' } });
  };
  return (
    <form noValidate onSubmit={go}>
      <Stack>
        {attempt > 0 && !signed && (
          <ErrorSummary attempt={attempt} faults={[{ fieldId: 'signed', message: t('next.signedMissing') }]} />
        )}
        <ChoiceGroup
          choices={line.root ? [here] : [here, elsewhere]}
          id="signed"
          legend={`${t('next.signedLegend')} (${t('common:required')})`}
          onChange={setSigned}
          value={signed}
        />
        <Group>
          <Button type="submit">{t('next.continue')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Details({ line, search }: StepProps) {
  const { t } = useTranslation('authority');
  const navigate = route.useNavigate();
  const [issuer, setIssuer] = useState(search.issuer ?? line.issuers[0]);
  const [key, setKey] = useState(search.key);
  const go = (event: FormEvent) => {
    event.preventDefault();
    void navigate({
      search: {
        ...search,
        step: 'confirm',
        ...(needsIssuer(line, search) && issuer && { issuer }),
        ...(key && { key }),
      },
    });
  };
  return (
    <form noValidate onSubmit={go}>
      <Stack>
        {needsIssuer(line, search) && (
          <ChoiceGroup
            choices={line.issuers.map((value) => ({ value, name: value }))}
            legend={t('next.issuerLegend')}
            onChange={setIssuer}
            value={issuer}
          />
        )}
        <Select
          data={[
            { value: '', label: t('next.sameKey', { key: newestOf(line)?.keyDescription ?? '' }) },
            ...KEYS.map((value) => ({ value: value as string, label: t(`next.key.${value}`) })),
          ]}
          description={t('next.keyHint')}
          label={t('fact.keyKind')}
          maw="24rem"
          onChange={(value) => setKey(KEYS.find((each) => each === value))}
          value={key ?? ''}
        />
        <Group gap="sm">
          <Back search={search} to="signed" />
          <Button type="submit">{t('next.continue')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Confirm({ line, search }: StepProps) {
  const { t } = useTranslation('authority');
  const navigate = route.useNavigate();
  const create = useCreateGeneration(line.name);
  const [idempotencyKey] = useState(newIdempotencyKey);
  const elsewhere = search.signed === 'ELSEWHERE';
  const go = () =>
    create.mutate(
      {
        idempotencyKey,
        body: {
          generation: line.nextGeneration,
          signed: elsewhere ? 'ELSEWHERE' : 'HERE',
          ...(search.issuer && needsIssuer(line, search) && { issuer: search.issuer }),
          ...(search.key && { key: search.key }),
        },
      },
      {
        onSuccess: (made) =>
          made.state === 'PENDING'
            ? navigate({ to: '/authority-lines/$line/$name', params: { line: line.name, name: made.name } })
            : navigate({ to: '/authority-lines/$line', params: { line: line.name } }),
      },
    );
  return (
    <Stack>
      <Card>
        <Facts
          facts={[
            { label: t('fact.line'), value: line.label },
            { label: t('fact.generation'), value: line.nextGeneration },
            { label: t('fact.signedBy'), value: signer(line, search, t('line.itself'), t('next.elsewhere')) },
            {
              label: t('fact.keyKind'),
              value: search.key ? t(`next.key.${search.key}`) : (newestOf(line)?.keyDescription ?? ''),
            },
          ]}
        />
      </Card>
      <Callout title={t(elsewhere ? 'next.then.elsewhere' : 'next.then.here')} tone="warn">
        <p>{t(elsewhere ? 'next.thenText.elsewhere' : 'next.thenText.here')}</p>
      </Callout>
      {create.isError && <ProblemPanel error={create.error} />}
      <Group gap="sm">
        <Back search={search} to="details" />
        <Button loading={create.isPending} onClick={go}>
          {t(elsewhere ? 'next.do.elsewhere' : 'next.do.here')}
        </Button>
      </Group>
    </Stack>
  );
}

function Back({ search, to }: { search: NextGenerationSearch; to: (typeof NEXT_STEPS)[number] }) {
  const { t } = useTranslation('common');
  const navigate = route.useNavigate();
  return (
    <Button onClick={() => navigate({ search: { ...search, step: to } })} variant="default">
      {t('back')}
    </Button>
  );
}

const needsIssuer = (line: AuthorityLine, search: NextGenerationSearch) => search.signed === 'HERE' && !line.root;

const newestOf = (line: AuthorityLine) => line.generations[0];

function signer(line: AuthorityLine, search: NextGenerationSearch, itself: string, elsewhere: string) {
  if (search.signed === 'ELSEWHERE') return elsewhere;
  return line.root ? itself : (search.issuer ?? line.issuers[0] ?? '');
}
