import { Button, Group, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ConfirmChange } from '../../shared/ui/ConfirmChange';
import { Differences } from '../../shared/ui/Differences';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Split } from '../../shared/ui/Split';
import { UnsavedChanges } from '../../shared/ui/UnsavedChanges';
import { checkQuery, type Policy, type PolicyKey, type PolicyPreset, useChangePolicy } from './api';
import { differencesOf } from './differences';
import { fieldId } from './fieldId';
import { PolicyField } from './PolicyField';
import classes from './policy.module.css';
import { Sentences } from './Sentences';
import { changesOf, isSame, type Values, valueAt, withValue } from './values';

type Props = {
  readonly tenant: string;
  readonly policy: Policy;
  readonly keys: readonly PolicyKey[];
  readonly presets: readonly PolicyPreset[];
  readonly onSaved: () => void;
};

/** Every key of the model, beside what the change would mean. Nothing holds before it is confirmed. */
export function PolicyEditor({ tenant, policy, keys, presets, onSaved }: Props) {
  const { t } = useTranslation(['policy', 'common']);
  const language = useLanguage();
  const [preset, setPreset] = useState(policy.preset);
  const [values, setValues] = useState<Values>(policy.values);
  const [confirming, setConfirming] = useState(false);
  const change = useChangePolicy(tenant, policy.version);
  const [attempt, setAttempt] = useState(0);

  const base: Values = presets.find((each) => each.name === preset)?.values ?? {};
  const paths = keys.map((key) => key.path);
  const overrides = changesOf(base, values, paths);
  const [draft] = useDebouncedValue({ preset, overrides }, 300);
  const check = useQuery(checkQuery(tenant, draft, language));
  const faults = check.data?.faults ?? [];
  const faultOf = (path: string) => faults.find((fault) => fault.pointer === `/${path.replaceAll('.', '/')}`)?.message;

  const choosePreset = (name: string) => {
    // The tenant's own changes are carried over: they are what it asked for, whatever the preset.
    const next = presets.find((each) => each.name === name)?.values ?? {};
    const own = paths.filter((path) => !isSame(valueAt(base, path), valueAt(values, path)));
    setValues(own.reduce<Values>((all, path) => withValue(all, path, valueAt(values, path)), next));
    setPreset(name);
  };
  const dirty =
    preset !== policy.preset || paths.some((path) => !isSame(valueAt(policy.values, path), valueAt(values, path)));
  const changes = differencesOf(check.data?.fromPresent ?? []);
  const groups = [...new Map(keys.map((key) => [key.group, key.groupTitle]))];

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (check.data && faults.length === 0) setConfirming(true);
      }}
    >
      <UnsavedChanges when={dirty} />
      <Split
        aside={
          <>
            <Card title={t('preview')}>
              {check.isError ? (
                <ProblemPanel error={check.error} onRetry={() => check.refetch()} />
              ) : !check.data ? (
                <Loading lines={8} />
              ) : faults.length > 0 ? (
                <Callout tone="bad">
                  <p>{t('faulty', { count: faults.length })}</p>
                </Callout>
              ) : (
                <Sentences sentences={check.data.sentences} />
              )}
            </Card>
            <Card title={t('fromPresent')}>
              {changes.length > 0 ? (
                <Differences caption={t('fromPresent')} differences={changes} />
              ) : (
                <p>{t('unchanged')}</p>
              )}
            </Card>
            <Group>
              <Button disabled={changes.length === 0} type="submit">
                {t('save')}
              </Button>
            </Group>
          </>
        }
        asideLabel={t('preview')}
      >
        <ErrorSummary
          attempt={attempt}
          faults={faults.map((fault) => ({
            fieldId: fieldId((fault.pointer ?? '').slice(1).replaceAll('/', '.')),
            message: `${keys.find((key) => `/${key.path.replaceAll('.', '/')}` === fault.pointer)?.title ?? ''}: ${fault.message}`,
            code: fault.code,
          }))}
        />
        <Card title={t('preset')}>
          <NativeSelect
            data={presets.map((each) => ({ value: each.name, label: each.title }))}
            description={t('presetHelp')}
            label={t('preset')}
            onChange={(event) => choosePreset(event.currentTarget.value)}
            value={preset}
          />
        </Card>
        {groups.map(([group, title]) => (
          <Card key={group} title={title}>
            <div className={classes.fields}>
              {keys
                .filter((key) => key.group === group)
                .map((key) => (
                  <PolicyField
                    changed={!isSame(valueAt(base, key.path), valueAt(values, key.path))}
                    error={faultOf(key.path)}
                    key={key.path}
                    onChange={(value) => setValues((before) => withValue(before, key.path, value))}
                    policyKey={key}
                    value={valueAt(values, key.path)}
                  />
                ))}
            </div>
          </Card>
        ))}
      </Split>
      <ConfirmChange
        action={t('confirm')}
        differences={changes}
        error={change.error}
        isPending={change.isPending}
        lead={t('confirmLead')}
        onClose={() => setConfirming(false)}
        onConfirm={(comment) => change.mutateAsync({ ...draft, comment }).then(onSaved, () => undefined)}
        opened={confirming}
        title={t('confirmTitle')}
      />
    </form>
  );
}
