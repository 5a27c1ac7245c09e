import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../../shared/format/zone';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Card } from '../../../shared/ui/Card';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { Loading } from '../../../shared/ui/Loading';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { type Profile, profilesQuery, useRehearse } from '../api';
import { RehearsedCertificate } from './RehearsedCertificate';
import classes from './rehearsal.module.css';
import { TrialFields } from './TrialFields';
import { EMPTY, fieldOf, type Trial, toRehearsal, trialId, withSample } from './trial';

const route = getRouteApi('/app/dry-run');

type Props = {
  /** Whether values that tenants are registered with can be entered, too. */
  readonly anyValue: boolean;
};

/** The certificate that a request would get, before anybody applies. Nothing is issued. */
export function DryRunPage({ anyValue }: Props) {
  const { t } = useTranslation(['profile', 'common']);
  const { profile: wanted } = route.useSearch();
  const profiles = useQuery(profilesQuery);
  const profile = profiles.data?.find(({ id }) => id === wanted) ?? profiles.data?.[0];
  return (
    <Page lead={t('try.lead')} title={t('common:nav.dryRun')}>
      {profiles.isError ? (
        <ProblemPanel error={profiles.error} onRetry={() => profiles.refetch()} />
      ) : !profiles.data ? (
        <Loading lines={14} />
      ) : !profile ? (
        <EmptyState title={t('list.empty')}>{t('list.emptyNext')}</EmptyState>
      ) : (
        <DryRun anyValue={anyValue} profile={profile} profiles={profiles.data} />
      )}
    </Page>
  );
}

type DryRunProps = Props & { readonly profile: Profile; readonly profiles: readonly Profile[] };

function DryRun({ profile, profiles, anyValue }: DryRunProps) {
  const { t } = useTranslation(['profile', 'common']);
  const language = useLanguage();
  const zone = useTimeZone();
  const navigate = route.useNavigate();
  const [trial, setTrial] = useState<Trial>(EMPTY);
  const [attempt, setAttempt] = useState(0);
  const rehearse = useRehearse();
  // What was answered for another profile says nothing about this one.
  const issue = rehearse.data?.profile === profile.id ? rehearse.data : undefined;
  const errorOf = (fieldId: string) => issue?.errors.find(({ pointer }) => fieldOf(pointer) === fieldId)?.message;

  const result = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where there is no room beside the form, what was asked for is below it.
    if (attempt > 0) result.current?.scrollIntoView?.({ block: 'nearest' });
  }, [attempt]);

  const choose = (id: string) => {
    rehearse.reset();
    setTrial({ ...trial, key: '' });
    void navigate({ search: { profile: id }, replace: true, resetScroll: false });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    rehearse.mutate(
      { profile: profile.id, body: toRehearsal(trial, zone) },
      { onSettled: () => setAttempt((before) => before + 1) },
    );
  };

  return (
    <div className={classes.halves}>
      <form className={classes.form} noValidate onSubmit={send}>
        <Card title={t('try.what')}>
          <div className={classes.attributes}>
            <NativeSelect
              data={profiles.map(({ id, names }) => ({ value: id, label: `${id} — ${names[language]}` }))}
              label={t('try.profile')}
              onChange={(event) => choose(event.currentTarget.value)}
              value={profile.id}
            />
            <TextInput
              description={t('try.dayHint')}
              error={errorOf(trialId('day'))}
              id={trialId('day')}
              label={`${t('try.day')} (${t('common:optional')})`}
              onChange={(event) => setTrial({ ...trial, day: event.currentTarget.value })}
              type="date"
              value={trial.day}
            />
          </div>
        </Card>
        <TrialFields anyValue={anyValue} errorOf={errorOf} onChange={setTrial} profile={profile} value={trial} />
        <Group gap="sm">
          <Button
            leftSection={<IconFlask aria-hidden="true" size={20} />}
            loading={rehearse.isPending}
            size="lg"
            type="submit"
          >
            {t('try.do')}
          </Button>
          <Button onClick={() => setTrial(withSample(trial, profile, anyValue))} size="lg" variant="default">
            {t('try.fill')}
          </Button>
        </Group>
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={t('result.title')} className={`${classes.form} ${classes.beside}`} ref={result} tabIndex={0}>
        {rehearse.isError ? (
          <ProblemPanel error={rehearse.error} />
        ) : issue ? (
          <RehearsedCertificate attempt={attempt} issue={issue} profile={profile} />
        ) : (
          <EmptyState title={t('result.none')}>{t('result.noneNext')}</EmptyState>
        )}
      </section>
    </div>
  );
}
