import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { UnsavedChanges } from '../../shared/ui/UnsavedChanges';
import classes from './announcement.module.css';
import { type DraftField, type DraftValues, faultsOf } from './draft';

export type TenantField = (field: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error: string | undefined;
}) => ReactNode;

type Props = {
  readonly initial: DraftValues;
  /** Of a new one: whom it is for. */
  readonly tenantField?: TenantField | undefined;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSend: (values: DraftValues) => void;
  readonly more?: ReactNode;
};

/** Title and text in both languages, and from when until when they are shown. */
export function AnnouncementForm({ initial, tenantField, action, isPending, error, onSend, more }: Props) {
  const { t } = useTranslation('announcement');
  const [values, setValues] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const set = (change: Partial<DraftValues>) => setValues((before) => ({ ...before, ...change }));
  const local: FieldFault[] = faultsOf(values).map(({ field, fault }) => ({
    fieldId: field,
    message: t(`fault.${fault}`, { field: t(`field.${field}`) }),
  }));
  const refused: FieldFault[] = isProblem(error, 'announcement-faulty')
    ? error.errors.map(({ pointer, message, code }) => ({ fieldId: pointer?.split('/')[1], message, code }))
    : [];
  const faults = attempt === 0 ? [] : local.length > 0 ? local : refused;
  const errorAt = (field: DraftField) => faults.find(({ fieldId }) => fieldId === field)?.message;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (local.length === 0 && !isPending) onSend(values);
  };
  const text = (field: DraftField) => ({
    error: errorAt(field),
    id: field,
    label: t(`field.${field}`),
    value: values[field],
  });
  return (
    <Card>
      <UnsavedChanges when={JSON.stringify(values) !== JSON.stringify(initial) && !isPending} />
      <form className={classes.form} noValidate onSubmit={send}>
        <ErrorSummary attempt={attempt + (error ? 0.5 : 0)} faults={faults} />
        {error != null && refused.length === 0 && <ProblemPanel error={error} />}
        {tenantField?.({
          id: 'tenant',
          value: values.tenant,
          onChange: (tenant) => set({ tenant }),
          error: errorAt('tenant'),
        })}
        <div className={classes.pair}>
          <TextInput
            {...text('titleJa')}
            lang="ja"
            maxLength={100}
            onChange={(event) => set({ titleJa: event.currentTarget.value })}
          />
          <TextInput
            {...text('titleEn')}
            lang="en"
            maxLength={100}
            onChange={(event) => set({ titleEn: event.currentTarget.value })}
          />
        </div>
        <div className={classes.pair}>
          <Textarea
            {...text('textJa')}
            autosize
            lang="ja"
            maxLength={2000}
            minRows={6}
            onChange={(event) => set({ textJa: event.currentTarget.value })}
          />
          <Textarea
            {...text('textEn')}
            autosize
            lang="en"
            maxLength={2000}
            minRows={6}
            onChange={(event) => set({ textEn: event.currentTarget.value })}
          />
        </div>
        <div className={classes.pair}>
          <TextInput
            {...text('from')}
            onChange={(event) => set({ from: event.currentTarget.value })}
            type="datetime-local"
          />
          <TextInput
            {...text('until')}
            description={t('field.untilHint')}
            onChange={(event) => set({ until: event.currentTarget.value })}
            type="datetime-local"
          />
        </div>
        <Group gap="sm">
          <Button loading={isPending} size="lg" type="submit">
            {action}
          </Button>
          {more}
        </Group>
      </form>
    </Card>
  );
}
