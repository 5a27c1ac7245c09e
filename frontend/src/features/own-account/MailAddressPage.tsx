import { Button, Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { TextLink } from '../../shared/ui/links';
import { MailField } from '../../shared/ui/MailField';
import { Page } from '../../shared/ui/Page';
import { useCheck } from '../../shared/ui/useCheck';
import { ownAccountQuery, useChangeMailAddress } from './api';
import classes from './ownAccount.module.css';

/** Where notices go. Both addresses are told, so that nobody changes it unseen. */
export function MailAddressPage({ softwareKeyboard }: { softwareKeyboard: boolean }) {
  const { t } = useTranslation(['ownAccount', 'common']);
  const { data: account } = useSuspenseQuery(ownAccountQuery);
  const change = useChangeMailAddress();
  const [email, setEmail] = useState(account.email ?? '');
  const [typed, setTyped] = useState('');
  const reproof = useReproof(account.reproof, typed, change.error);
  const check = useCheck(
    [email.trim() === '' && { fieldId: 'email', message: t('fault.missing') }, reproof.missing],
    isProblem(change.error, 'malformed-request') ? [{ fieldId: 'email', message: t('fault.form') }] : reproof.refused,
  );
  const send = () =>
    change.mutate(
      { email: email.trim(), ...(typed && { reproof: typed }) },
      {
        onSuccess: () => {
          setTyped('');
          check.reset();
        },
      },
    );
  return (
    <Page lead={t('change.lead')} title={t('change.title')} width="text">
      {change.isSuccess && <Callout role="status" title={t('change.done')} tone="ok" />}
      <Card>
        <CheckedForm
          check={check}
          className={classes.form}
          error={change.error}
          isPending={change.isPending}
          onSend={send}
        >
          <MailField error={check.at('email')} id="email" label={t('email')} onChange={setEmail} own value={email} />
          <ReproofField
            error={check.at('reproof')}
            kind={account.reproof}
            onChange={setTyped}
            softwareKeyboard={softwareKeyboard}
            value={typed}
          />
          <Group gap="lg">
            <Button loading={change.isPending} size="lg" type="submit">
              {t('change.title')}
            </Button>
            <TextLink to="/home">{t('common:cancel')}</TextLink>
          </Group>
        </CheckedForm>
      </Card>
    </Page>
  );
}
