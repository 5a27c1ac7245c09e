import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { MailField } from '../../shared/ui/MailField';
import { useCheck } from '../../shared/ui/useCheck';
import { useLabel } from '../../shared/ui/useLabel';
import type { CertificateChoice } from './api';
import { ends, refusedFields, type UserValues } from './form';
import classes from './user.module.css';

type Props = {
  readonly initial: UserValues;
  /** Whether the log-in ID is still to be given. */
  readonly fresh: boolean;
  /** Whether the policy has names in kana, which are required then. */
  readonly kanaName: boolean;
  readonly choices: readonly CertificateChoice[];
  readonly reproof: Schema<'DeskReproof'> | undefined;
  readonly softwareKeyboard: boolean;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSend: (values: UserValues) => void;
  readonly cancel: ReactNode;
};

/** Who a user is, what becomes of the certificate, and the confirmation PIN at the bottom (HK-043). */
export function UserForm(props: Props) {
  const { t } = useTranslation(['user', 'common']);
  const [values, setValues] = useState(props.initial);
  const set = (change: Partial<UserValues>) => setValues((before) => ({ ...before, ...change }));
  const reproof = useReproof(props.reproof, values.reproof, props.error);
  const check = useCheck(
    [
      !props.kanaName && values.name.trim() === '' && { fieldId: 'name', message: t('fault.name') },
      props.kanaName && values.kana.trim() === '' && { fieldId: 'kana', message: t('fault.kana') },
      reproof.missing,
    ],
    [...reproof.refused, ...refusedFields(props.error)],
  );
  const label = useLabel();

  return (
    <Card>
      <CheckedForm
        changed={JSON.stringify(values) !== JSON.stringify(props.initial)}
        check={check}
        className={classes.form}
        error={props.error}
        isPending={props.isPending}
        onSend={() => props.onSend(values)}
      >
        {props.fresh && (
          <TextInput
            autoComplete="off"
            className={classes.field}
            description={t('hint.loginId')}
            error={check.at('loginId')}
            id="loginId"
            label={label(t('column.loginId'), true)}
            maxLength={128}
            onChange={(event) => set({ loginId: event.currentTarget.value })}
            spellCheck={false}
            value={values.loginId}
          />
        )}
        {props.kanaName && (
          <TextInput
            autoComplete="off"
            className={classes.field}
            description={t('hint.kana')}
            error={check.at('kana')}
            id="kana"
            label={label(t('field.kana'), true)}
            maxLength={48}
            onChange={(event) => set({ kana: event.currentTarget.value })}
            value={values.kana}
          />
        )}
        <TextInput
          autoComplete="off"
          className={classes.field}
          description={props.kanaName && t('hint.name')}
          error={check.at('name')}
          id="name"
          label={label(t('column.name'), !props.kanaName)}
          maxLength={props.kanaName ? 48 : 100}
          onChange={(event) => set({ name: event.currentTarget.value })}
          value={values.name}
        />
        <MailField
          className={classes.field}
          description={t('hint.email')}
          error={check.at('email')}
          id="email"
          label={label(t('column.email'), false)}
          onChange={(email) => set({ email })}
          value={values.email}
        />
        {props.choices.length > 1 && (
          <ChoiceGroup
            choices={props.choices.map((value) => {
              // Who is new has no certificate that could stay as it is.
              const text = props.fresh && value === 'KEEP' ? 'NONE' : value;
              return { value, name: t(`choice.${text}.name`), line: t(`choice.${text}.line`) };
            })}
            id="certificate"
            legend={label(t('field.certificate'), true)}
            onChange={(certificate) => set({ certificate })}
            value={values.certificate}
          />
        )}
        {ends(values.certificate) && (
          <Callout title={t('choice.endsTitle')} tone="warn">
            <p>{t(`choice.${values.certificate === 'REVOKE' ? 'REVOKE' : 'REISSUE'}.effect`)}</p>
          </Callout>
        )}
        <ReproofField
          error={check.at('reproof')}
          kind={props.reproof}
          onChange={(typed) => set({ reproof: typed })}
          softwareKeyboard={props.softwareKeyboard}
          value={values.reproof}
        />
        <Group gap="lg">
          <Button color={ends(values.certificate) ? 'red' : 'blue'} loading={props.isPending} size="lg" type="submit">
            {props.action}
          </Button>
          {props.cancel}
        </Group>
      </CheckedForm>
    </Card>
  );
}
