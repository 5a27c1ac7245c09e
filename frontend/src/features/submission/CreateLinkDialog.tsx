import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { MailField } from '../../shared/ui/MailField';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type CreatedSubmissionLink, useCreateLink } from './api';

type Kind = Schema<'RequestKind'>;

export type Renewal = {
  readonly certificates: readonly string[];
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

type Props = {
  /** Those that the officer may handle. */
  readonly kinds: readonly Kind[];
  /** Where the link is to renew certificates: which, and who is responsible for them, as far as that is known. */
  readonly renewal?: Renewal;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (created: CreatedSubmissionLink) => void;
};

export function CreateLinkDialog({ opened, onClose, ...form }: Props) {
  const { t } = useTranslation('submission');
  return (
    <Dialog
      onClose={onClose}
      opened={opened}
      size="lg"
      title={t(form.renewal ? 'create.renewalTitle' : 'create.title')}
    >
      <CreateForm {...form} onClose={onClose} />
    </Dialog>
  );
}

const ADDRESS = /^[^@\s]+@[^@\s]+$/;

/** For whom, for what, and how often it can be used. */
function CreateForm({ kinds, renewal, onClose, onCreated }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['submission', 'common']);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'SERVER');
  const [name, setName] = useState(renewal?.name ?? '');
  const [email, setEmail] = useState(renewal?.email ?? '');
  const [uses, setUses] = useState(1);
  const [attempt, setAttempt] = useState(0);
  const create = useCreateLink();
  const faults = [
    name.trim() === '' && ('name' as const),
    !ADDRESS.test(email.trim()) && ('email' as const),
    !(Number.isInteger(uses) && uses >= 1 && uses <= 100) && ('uses' as const),
  ].filter((fault) => fault !== false);
  const errorOf = (fault: (typeof faults)[number]) =>
    attempt > 0 && faults.includes(fault) ? t(`create.fault.${fault}`) : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    const limits = renewal ? { renews: [...renewal.certificates] } : { uses };
    create.mutate({ kind, name: name.trim(), email: email.trim(), ...limits }, { onSuccess: onCreated });
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        {attempt > 0 && (
          <ErrorSummary
            attempt={attempt}
            faults={faults.map((fault) => ({ fieldId: `link-${fault}`, message: t(`create.fault.${fault}`) }))}
          />
        )}
        {renewal && <p>{t('create.renewalText', { count: renewal.certificates.length })}</p>}
        {create.isError && <ProblemPanel error={create.error} />}
        <TextInput
          error={errorOf('name')}
          id="link-name"
          label={`${t('create.name')} (${t('common:required')})`}
          maxLength={64}
          onChange={(event) => setName(event.currentTarget.value)}
          value={name}
        />
        <MailField
          description={t('create.emailHelp')}
          error={errorOf('email')}
          id="link-email"
          label={`${t('create.email')} (${t('common:required')})`}
          maxLength={78}
          onChange={setEmail}
          value={email}
        />
        {!renewal && (
          <>
            <NativeSelect
              data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              id="link-kind"
              label={t('fact.kind')}
              onChange={(event) => setKind(event.currentTarget.value as Kind)}
              value={kind}
            />
            <NumberInput
              allowDecimal={false}
              allowNegative={false}
              description={t('create.usesHelp')}
              error={errorOf('uses')}
              id="link-uses"
              label={t('create.uses')}
              onChange={(value) => setUses(Number(value))}
              value={uses}
            />
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button loading={create.isPending} type="submit">
            {t('links.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
