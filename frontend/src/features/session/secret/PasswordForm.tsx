import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { PasswordField } from '../../../shared/secret/PasswordField';
import { Card } from '../../../shared/ui/Card';
import { CheckedForm } from '../../../shared/ui/CheckedForm';
import { Facts } from '../../../shared/ui/Facts';
import { useCheck } from '../../../shared/ui/useCheck';
import { type Session, useChangePassword } from '../api';
import classes from '../session.module.css';
import { RuleList } from './RuleList';
import { keeps, rulesOf } from './rules';

type Props = {
  readonly session: Session;
  /** The log-in has proven the present one: it is shown as done, and never filled in (GX-19). */
  readonly forced?: boolean;
  readonly onChanged: (session: Session) => void;
};

/** The present password where it is needed, the new one twice, and the rules beside it. */
export function PasswordForm(props: Props) {
  const { secret } = props.session;
  return secret ? <NewPassword {...props} secret={secret} /> : null;
}

type NewPasswordProps = Props & { readonly secret: NonNullable<Session['secret']> };

function NewPassword({ session, secret, forced = false, onChanged }: NewPasswordProps) {
  const { t } = useTranslation(['secret', 'session']);
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const name = t(`kind.${secret.kind}`);
  const rules = rulesOf(secret);
  const needsCurrent = !forced && secret.currentRequired;

  const check = useCheck(
    [
      needsCurrent && current === '' && { fieldId: 'current', message: t('fault.currentMissing', { secret: name }) },
      password === '' && { fieldId: 'password', message: t('fault.missing', { secret: name }) },
      password !== '' &&
        rules.some((rule) => !keeps(rule, password)) && { fieldId: 'password', message: t('fault.rules') },
      password !== again && { fieldId: 'again', message: t('fault.differs') },
    ],
    isProblem(change.error, 'secret-rules-broken')
      ? change.error.errors.map(({ message, code }) => ({ fieldId: 'password', message, code }))
      : isProblem(change.error, 'current-secret-wrong')
        ? [{ fieldId: 'current', message: t('fault.currentWrong', { secret: name }) }]
        : [],
  );

  const send = () =>
    change.mutateAsync({ password, ...(needsCurrent && { current }) }).then(
      (changed) => {
        for (const clear of [setCurrent, setPassword, setAgain]) clear('');
        check.reset();
        onChanged(changed);
      },
      // The form shows why: it is the error of the change.
      () => undefined,
    );

  return (
    <Card>
      <CheckedForm
        check={check}
        className={classes.form}
        error={change.error}
        isPending={change.isPending}
        onSend={send}
      >
        <Facts
          facts={[
            !!session.account.loginId && { label: t('session:fact.loginId'), value: session.account.loginId },
            { label: t('name'), value: session.account.name },
            forced && {
              label: t('current', { secret: name }),
              value: (
                <span className={classes.done}>
                  <IconCircleCheck aria-hidden="true" size="1.25rem" /> {t('proven')}
                </span>
              ),
            },
          ]}
        />
        {/* Password managers learn whose password this is. */}
        <input
          autoComplete="username"
          defaultValue={session.account.loginId ?? session.account.name}
          hidden
          readOnly
          type="text"
        />
        {needsCurrent && (
          <PasswordField
            autoComplete="current-password"
            error={check.at('current')}
            id="current"
            label={t('current', { secret: name })}
            onChange={setCurrent}
            softwareKeyboard={session.softwareKeyboard}
            value={current}
          />
        )}
        <RuleList again={again} id="rules" rules={rules} value={password} />
        <PasswordField
          autoComplete="new-password"
          description={t('rulesAbove')}
          error={check.at('password')}
          id="password"
          label={t('new', { secret: name })}
          onChange={setPassword}
          softwareKeyboard={session.softwareKeyboard}
          value={password}
        />
        <PasswordField
          autoComplete="new-password"
          error={check.at('again')}
          id="again"
          label={t('again', { secret: name })}
          onChange={setAgain}
          softwareKeyboard={session.softwareKeyboard}
          value={again}
        />
        <div>
          <Button loading={change.isPending} size="lg" type="submit">
            {t('change', { secret: name })}
          </Button>
        </div>
      </CheckedForm>
    </Card>
  );
}
