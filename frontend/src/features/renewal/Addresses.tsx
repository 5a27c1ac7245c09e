import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { Callout } from '../../shared/ui/Callout';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { fieldFaults, useCheck } from '../../shared/ui/useCheck';
import { type Uncollected, useCorrectAddresses } from './api';

type Props = { readonly invitation: Uncollected };

/** Where the mails go: whoever gets the right one gets another URL, and the wrong one is of no use. */
export function Addresses({ invitation }: Props) {
  const { t } = useTranslation('renewal');
  const [administrator, setAdministrator] = useState(invitation.subscriber?.email ?? '');
  const [holder, setHolder] = useState(invitation.holder?.email ?? '');
  const correct = useCorrectAddresses();
  const check = useCheck(
    [
      administrator.trim() === '' && { fieldId: 'administrator', message: t('manage.address.required') },
      holder.trim() === '' && { fieldId: 'holder', message: t('manage.address.required') },
    ],
    isProblem(correct.error, 'malformed-request') ? fieldFaults(correct.error.errors) : [],
  );
  const mail = invitation.kind === 'SMIME';
  return (
    <section>
      <h3>{t('manage.address.title')}</h3>
      <p>{t('manage.address.text')}</p>
      {correct.isSuccess && <Callout role="status" title={t('manage.address.done')} tone="ok" />}
      <CheckedForm
        check={check}
        error={correct.error}
        isPending={correct.isPending}
        onSend={() => correct.mutate({ id: invitation.id, administrator: administrator.trim(), holder: holder.trim() })}
      >
        <Stack>
          <TextInput
            error={check.at('administrator')}
            id="administrator"
            inputMode="email"
            label={t('manage.address.administrator')}
            maxLength={78}
            onChange={(event) => setAdministrator(event.currentTarget.value)}
            value={administrator}
          />
          <TextInput
            description={mail ? t('manage.address.mail') : undefined}
            error={check.at('holder')}
            id="holder"
            inputMode="email"
            label={t('manage.address.holder')}
            maxLength={78}
            onChange={(event) => setHolder(event.currentTarget.value)}
            readOnly={mail}
            value={holder}
          />
          <Group>
            <Button loading={correct.isPending} type="submit" variant="default">
              {t('manage.address.do')}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </section>
  );
}
