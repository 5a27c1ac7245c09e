import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { UnsavedChanges } from '../../shared/ui/UnsavedChanges';
import classes from './account.module.css';
import { type AccountValues, faultsOf, RIGHTS } from './form';

export type TenantField = (field: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error: string | undefined;
}) => ReactNode;

type Props = {
  readonly initial: AccountValues;
  /** Of a new account: which roles, and whose. What exists keeps its role, tenant and log-in ID. */
  readonly roles?: readonly Schema<'Role'>[];
  readonly tenantField?: TenantField | undefined;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSend: (values: AccountValues) => void;
  readonly cancel: ReactNode;
};

/** Who somebody is. Secrets are handed out afterwards, at the desk. */
export function AccountForm(props: Props) {
  const { roles, tenantField, error } = props;
  const { t } = useTranslation(['account', 'common']);
  const [values, setValues] = useState(props.initial);
  const [attempt, setAttempt] = useState(0);
  const set = (change: Partial<AccountValues>) => setValues((before) => ({ ...before, ...change }));
  const fresh = roles !== undefined;

  const local: (FieldFault | false)[] = [
    fresh && !!tenantField && values.tenant === '' && { fieldId: 'tenant', message: t('fault.tenant') },
    values.name.trim() === '' && { fieldId: 'name', message: t('fault.name') },
  ];
  const localFaults = local.filter((fault) => fault !== false);
  const refused: FieldFault[] = isProblem(error, 'account-faulty', 'malformed-request') ? faultsOf(error.errors) : [];
  const faults = attempt === 0 ? [] : localFaults.length > 0 ? localFaults : refused;
  const faultOf = (field: keyof AccountValues) => faults.find(({ fieldId }) => fieldId === field)?.message;
  const label = (name: string, required: boolean) => `${name} (${t(required ? 'common:required' : 'common:optional')})`;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (localFaults.length === 0 && !props.isPending) props.onSend(values);
  };

  return (
    <Card>
      <UnsavedChanges when={JSON.stringify(values) !== JSON.stringify(props.initial) && !props.isPending} />
      <form className={classes.form} noValidate onSubmit={send}>
        <ErrorSummary attempt={attempt + (error ? 0.5 : 0)} faults={faults} />
        {error != null && refused.length === 0 && <ProblemPanel error={error} />}
        {fresh &&
          tenantField?.({
            id: 'tenant',
            value: values.tenant,
            onChange: (tenant) => set({ tenant }),
            error: faultOf('tenant'),
          })}
        {fresh && roles.length > 1 && (
          <NativeSelect
            data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            error={faultOf('role')}
            id="role"
            label={label(t('field.role'), true)}
            onChange={(event) => set({ role: event.currentTarget.value as Schema<'Role'> })}
            value={values.role}
          />
        )}
        {fresh && (
          <TextInput
            autoComplete="off"
            description={t('hint.loginId')}
            error={faultOf('loginId')}
            id="loginId"
            label={label(t('field.loginId'), false)}
            maxLength={128}
            onChange={(event) => set({ loginId: event.currentTarget.value })}
            spellCheck={false}
            value={values.loginId}
          />
        )}
        <TextInput
          autoComplete="off"
          error={faultOf('name')}
          id="name"
          label={label(t('field.name'), true)}
          maxLength={100}
          onChange={(event) => set({ name: event.currentTarget.value })}
          value={values.name}
        />
        <TextInput
          autoComplete="off"
          description={t('hint.email')}
          error={faultOf('email')}
          id="email"
          inputMode="email"
          label={label(t('field.email'), false)}
          maxLength={254}
          onChange={(event) => set({ email: event.currentTarget.value })}
          type="email"
          value={values.email}
        />
        {values.role === 'OFFICER' && (
          <Checkbox.Group
            description={t('hint.rights')}
            error={faultOf('rights')}
            id="rights"
            label={t('field.rights')}
            onChange={(rights) => set({ rights: RIGHTS.filter((right) => rights.includes(right)) })}
            value={[...values.rights]}
          >
            {RIGHTS.map((right) => (
              <Checkbox key={right} label={t(`right.${right}`)} mt="xs" value={right} />
            ))}
          </Checkbox.Group>
        )}
        {fresh && (
          <Callout tone="info">
            <p>{t('register.noSecrets')}</p>
          </Callout>
        )}
        <Group gap="lg">
          <Button loading={props.isPending} size="lg" type="submit">
            {props.action}
          </Button>
          {props.cancel}
        </Group>
      </form>
    </Card>
  );
}
