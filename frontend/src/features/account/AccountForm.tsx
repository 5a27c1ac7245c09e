import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { MailField } from '../../shared/ui/MailField';
import { fieldFaults, useCheck } from '../../shared/ui/useCheck';
import { useLabel } from '../../shared/ui/useLabel';
import classes from './account.module.css';
import { type AccountValues, RIGHTS } from './form';

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
  const set = (change: Partial<AccountValues>) => setValues((before) => ({ ...before, ...change }));
  const fresh = roles !== undefined;

  const check = useCheck(
    [
      fresh && !!tenantField && values.tenant === '' && { fieldId: 'tenant', message: t('fault.tenant') },
      values.name.trim() === '' && { fieldId: 'name', message: t('fault.name') },
    ],
    isProblem(error, 'account-faulty', 'malformed-request') ? fieldFaults(error.errors) : [],
  );
  const label = useLabel();

  return (
    <Card>
      <CheckedForm
        changed={JSON.stringify(values) !== JSON.stringify(props.initial)}
        check={check}
        className={classes.form}
        error={error}
        isPending={props.isPending}
        onSend={() => props.onSend(values)}
      >
        {fresh &&
          tenantField?.({
            id: 'tenant',
            value: values.tenant,
            onChange: (tenant) => set({ tenant }),
            error: check.at('tenant'),
          })}
        {fresh && roles.length > 1 && (
          <NativeSelect
            data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
            error={check.at('role')}
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
            error={check.at('loginId')}
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
          error={check.at('name')}
          id="name"
          label={label(t('field.name'), true)}
          maxLength={100}
          onChange={(event) => set({ name: event.currentTarget.value })}
          value={values.name}
        />
        <MailField
          description={t('hint.email')}
          error={check.at('email')}
          id="email"
          label={label(t('field.email'), false)}
          onChange={(email) => set({ email })}
          value={values.email}
        />
        {values.role === 'OFFICER' && (
          <Checkbox.Group
            description={t('hint.rights')}
            error={check.at('rights')}
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
      </CheckedForm>
    </Card>
  );
}
