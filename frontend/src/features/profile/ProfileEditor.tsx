import { Button, Group } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { ConfirmChange } from '../../shared/ui/ConfirmChange';
import { Differences } from '../../shared/ui/Differences';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Split } from '../../shared/ui/Split';
import { UnsavedChanges } from '../../shared/ui/UnsavedChanges';
import { type Profile, rehearsalQuery, type SigningLine, useChangeProfile } from './api';
import { Preview } from './rehearsal/Preview';
import { sampleNames } from './rehearsal/sampleNames';
import { SettingsFields } from './SettingsFields';
import { fieldId, type Setting, settingOf, settingsOf } from './settings';
import { useWords } from './useWords';

type Props = {
  readonly profile: Profile;
  readonly lines: readonly SigningLine[];
  readonly onSaved: () => void;
};

/** The settings of a profile beside what they would come to. Nothing holds before it is confirmed. */
export function ProfileEditor({ profile, lines, onSaved }: Props) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const present = settingsOf(profile);
  const [settings, setSettings] = useState(present);
  const [confirming, setConfirming] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const change = useChangeProfile(profile.id, profile.version);
  const { differences } = useWords(lines);
  const changes = differences(present, settings);

  // A rehearsal with the settings tells their faults, too.
  const [draft] = useDebouncedValue(settings, 300);
  const rehearsal = useQuery(rehearsalQuery(profile.id, { ...sampleNames(profile), settings: draft }, language));
  const refused =
    rehearsal.error instanceof ApiProblem && rehearsal.error.errors.length > 0 ? rehearsal.error : undefined;
  const faults = refused?.errors ?? [];
  const errorOf = (setting: Setting) => faults.find((fault) => settingOf(fault) === setting)?.message;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (faults.length === 0) setConfirming(true);
      }}
    >
      <UnsavedChanges when={changes.length > 0} />
      <Split
        aside={
          <>
            <Card title={t('edit.preview')}>
              <Preview faulty={faults.length} rehearsal={rehearsal} />
            </Card>
            <Card title={t('edit.fromPresent', { version: profile.version })}>
              {changes.length > 0 ? (
                <Differences caption={t('edit.fromPresent', { version: profile.version })} differences={changes} />
              ) : (
                <p>{t('edit.unchanged', { version: profile.version })}</p>
              )}
            </Card>
            <Group>
              <Button disabled={changes.length === 0} type="submit">
                {t('edit.review')}
              </Button>
            </Group>
          </>
        }
        asideLabel={t('edit.preview')}
      >
        {attempt > 0 && (
          <ErrorSummary
            attempt={attempt}
            faults={faults.map((fault) => {
              const setting = settingOf(fault);
              return {
                fieldId: setting && fieldId(setting),
                message: fault.message,
                code: fault.code,
              };
            })}
          />
        )}
        <SettingsFields errorOf={errorOf} lines={lines} onChange={setSettings} profile={profile} value={settings} />
      </Split>
      <ConfirmChange
        action={t('edit.confirm')}
        differences={changes}
        error={change.error}
        isPending={change.isPending}
        lead={t('edit.confirmLead')}
        onClose={() => setConfirming(false)}
        onConfirm={(comment) => change.mutateAsync({ settings, comment }).then(onSaved, () => undefined)}
        opened={confirming}
        title={t('edit.confirmTitle')}
      />
    </form>
  );
}
