import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { checkQuery, type Policy, type PolicyKey, type PolicyPreset, useChangePolicy } from './api';
import { Differences } from './Differences';
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
  const groups = [...new Map(keys.map((key) => [key.group, key.groupTitle]))];

  return (
    <form
      className={classes.split}
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        if (check.data && faults.length === 0) setConfirming(true);
      }}
    >
      <div className={classes.column}>
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
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <aside aria-label={t('preview')} className={`${classes.column} ${classes.aside}`} tabIndex={0}>
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
          {check.data && check.data.fromPresent.length > 0 ? (
            <Differences caption={t('fromPresent')} differences={check.data.fromPresent} />
          ) : (
            <p>{t('unchanged')}</p>
          )}
        </Card>
        <Group>
          <Button disabled={!check.data || check.data.fromPresent.length === 0} type="submit">
            {t('save')}
          </Button>
        </Group>
      </aside>
      <Confirm
        differences={check.data?.fromPresent ?? []}
        draft={draft}
        onClose={() => setConfirming(false)}
        onSaved={onSaved}
        opened={confirming}
        tenant={tenant}
        version={policy.version}
      />
    </form>
  );
}

type ConfirmProps = {
  readonly tenant: string;
  readonly version: number;
  readonly draft: { readonly preset: string; readonly overrides: Values };
  readonly differences: Parameters<typeof Differences>[0]['differences'];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

function Confirm({ tenant, version, draft, differences, opened, onClose, onSaved }: ConfirmProps) {
  const { t } = useTranslation(['policy', 'common']);
  const change = useChangePolicy(tenant, version);
  const [comment, setComment] = useState('');
  return (
    <Dialog onClose={onClose} opened={opened} size="xl" title={t('confirmTitle')}>
      <div className={classes.column}>
        <p>{t('confirmLead')}</p>
        <Differences caption={t('fromPresent')} differences={differences} />
        <Textarea
          autosize
          description={t('commentHelp')}
          label={t('comment')}
          maxLength={500}
          minRows={2}
          onChange={(event) => setComment(event.currentTarget.value)}
          required
          value={comment}
        />
        {change.isError && <ProblemPanel error={change.error} />}
        <Group justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button
            disabled={comment.trim() === ''}
            loading={change.isPending}
            onClick={() => change.mutateAsync({ ...draft, comment: comment.trim() }).then(onSaved, () => undefined)}
          >
            {t('confirm')}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}
