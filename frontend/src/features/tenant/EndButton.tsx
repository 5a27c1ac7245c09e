import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Registration, useEnd } from './api';

type Props = { readonly tenant: Registration };

/** The end of a contract: for ever, with a decision about the certificates, and the tenant's code typed. */
export function EndButton({ tenant }: Props) {
  const { t } = useTranslation('tenant');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        color="red"
        leftSection={<IconPlayerStop aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="outline"
      >
        {t('end.open')}
      </Button>
      <Dialog
        onClose={() => setOpen(false)}
        opened={open}
        size="lg"
        title={t('end.title', { code: tenant.code, name: nameIn(language, tenant) })}
      >
        <EndForm onDone={() => setOpen(false)} tenant={tenant} />
      </Dialog>
    </>
  );
}

function EndForm({ tenant, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation(['tenant', 'common']);
  const [certificates, setCertificates] = useState<Schema<'CertificatesAtEnd'>>();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const end = useEnd(tenant.id);
  const faults = [
    !certificates && { fieldId: 'end-certificates', message: t('end.fault.certificates') },
    reason.trim() === '' && { fieldId: 'end-reason', message: t('end.fault.reason') },
    typed.trim() !== tenant.code && { fieldId: 'end-code', message: t('end.fault.code', { code: tenant.code }) },
  ].filter((fault) => fault !== false);
  const shown = attempt > 0 ? faults : [];
  const errorOf = (id: string) => shown.find((fault) => fault.fieldId === id)?.message;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0 && certificates) {
      end.mutate({ reason: reason.trim(), confirmation: typed.trim(), certificates }, { onSuccess: onDone });
    }
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        <ErrorSummary attempt={attempt} faults={shown} />
        <Callout title={t('end.warning')} tone="bad">
          <ul>
            <li>{t('end.people')}</li>
            <li>{t('end.forEver')}</li>
          </ul>
        </Callout>
        <ChoiceGroup
          choices={(['REVOKE', 'KEEP'] as const).map((value) => ({
            value,
            name: t(`end.certificates.${value}`),
            line: t(`end.certificatesLine.${value}`),
          }))}
          id="end-certificates"
          legend={`${t('end.legend')} (${t('common:required')})`}
          onChange={setCertificates}
          value={certificates}
        />
        <Textarea
          autosize
          error={errorOf('end-reason')}
          id="end-reason"
          label={`${t('reason')} (${t('common:required')})`}
          maxLength={500}
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          value={reason}
        />
        <TextInput
          autoComplete="off"
          description={t('end.hint', { code: tenant.code })}
          error={errorOf('end-code')}
          id="end-code"
          label={`${t('field.code')} (${t('common:required')})`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          spellCheck={false}
          value={typed}
        />
        {end.isError && <ProblemPanel error={end.error} />}
        <Group gap="sm" justify="flex-end">
          <Button onClick={onDone} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={end.isPending} type="submit">
            {t('end.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
