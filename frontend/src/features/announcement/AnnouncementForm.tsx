import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { Card } from '../../shared/ui/Card';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { fieldFaults, useCheck } from '../../shared/ui/useCheck';
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
  const { t } = useTranslation(['announcement', 'common']);
  const [values, setValues] = useState(initial);
  const set = (change: Partial<DraftValues>) => setValues((before) => ({ ...before, ...change }));
  const check = useCheck(
    faultsOf(values).map(({ field, fault }) => ({
      fieldId: field,
      message: t(fault === 'missing' ? 'common:fieldMissing' : 'fault.order', { field: t(`field.${field}`) }),
    })),
    isProblem(error, 'announcement-faulty') ? fieldFaults(error.errors) : [],
  );
  const text = (field: DraftField) => ({
    error: check.at(field),
    id: field,
    label: t(`field.${field}`),
    value: values[field],
  });
  return (
    <Card>
      <CheckedForm
        changed={JSON.stringify(values) !== JSON.stringify(initial)}
        check={check}
        className={classes.form}
        error={error}
        isPending={isPending}
        onSend={() => onSend(values)}
      >
        {tenantField?.({
          id: 'tenant',
          value: values.tenant,
          onChange: (tenant) => set({ tenant }),
          error: check.at('tenant'),
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
      </CheckedForm>
    </Card>
  );
}
