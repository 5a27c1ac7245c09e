import { Button, Group, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { PasswordField } from '../../shared/secret/PasswordField';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { ownAccountQuery, useChangeMailAddress } from './api';
import classes from './ownAccount.module.css';

/** Where notices go. Both addresses are told, so that nobody changes it unseen. */
export function MailAddressPage({ softwareKeyboard }: { softwareKeyboard: boolean }) {
  const { t } = useTranslation(['ownAccount', 'common']);
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  const change = useChangeMailAddress();
  const [email, setEmail] = useState(account.email ?? '');
  const [reproof, setReproof] = useState('');
  const [attempt, setAttempt] = useState(0);
  const local: (FieldFault | false)[] = [
    email.trim() === '' && { fieldId: 'email', message: t('fault.missing') },
    account.reproof !== undefined &&
      reproof === '' && {
        fieldId: 'reproof',
        message: t('fault.reproof', { field: t(`reproof.${account.reproof}`) }),
      },
  ];
  const localFaults = local.filter((fault) => fault !== false);
  const refused: FieldFault[] = isProblem(change.error, 'reproof-wrong')
    ? [{ fieldId: 'reproof', message: t('fault.reproofWrong') }]
    : isProblem(change.error, 'malformed-request')
      ? [{ fieldId: 'email', message: t('fault.form') }]
      : [];
  const faults = attempt === 0 ? [] : localFaults.length > 0 ? localFaults : refused;
  const errorAt = (id: string) => faults.find(({ fieldId }) => fieldId === id)?.message;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (localFaults.length > 0 || change.isPending) return;
    change.mutate(
      { email: email.trim(), ...(reproof && { reproof }) },
      {
        onSuccess: () => {
          setReproof('');
          setAttempt(0);
        },
        onError: () => setAttempt((before) => before + 1),
      },
    );
  };
  return (
    <Page lead={t('change.lead')} title={t('change.title')} width="text">
      {change.isSuccess && <Callout role="status" title={t('change.done')} tone="ok" />}
      <Card>
        <form className={classes.form} noValidate onSubmit={send}>
          <ErrorSummary attempt={attempt} faults={faults} />
          {change.isError && refused.length === 0 && <ProblemPanel error={change.error} />}
          <TextInput
            autoComplete="email"
            error={errorAt('email')}
            id="email"
            inputMode="email"
            label={t('email')}
            maxLength={254}
            onChange={(event) => setEmail(event.currentTarget.value)}
            type="email"
            value={email}
          />
          {account.reproof && (
            <PasswordField
              autoComplete={account.reproof === 'PASSWORD' ? 'current-password' : 'off'}
              error={errorAt('reproof')}
              id="reproof"
              label={t(`reproof.${account.reproof}`)}
              onChange={setReproof}
              softwareKeyboard={softwareKeyboard}
              value={reproof}
            />
          )}
          <Group gap="lg">
            <Button loading={change.isPending} size="lg" type="submit">
              {t('change.title')}
            </Button>
            <TextLink to="/home">{t('common:cancel')}</TextLink>
          </Group>
        </form>
      </Card>
    </Page>
  );
}
