import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { Card } from '../../shared/ui/Card';
import { CsrField } from '../../shared/ui/CsrField';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { useLabel } from '../../shared/ui/useLabel';
import { useApply } from './api';
import { EMPTY, type Fault, fieldOf, type RequestForm, requestForm, toRequest } from './form';
import { Issued } from './Issued';

export type ProfileField = {
  readonly id: string;
  readonly legend: string;
  readonly value: string;
  readonly onChange: (profile: string) => void;
};

type Props = { readonly profile: (field: ProfileField) => ReactNode; readonly aside?: ReactNode };

/** One certificate from one CSR. */
export function NewRequestPage({ profile, aside }: Props) {
  const { t } = useTranslation(['request', 'common']);
  const labelled = useLabel();
  const [attempt, setAttempt] = useState(0);
  const [round, setRound] = useState(0);
  const keyOf = useIdempotencyKey();
  const apply = useApply();
  const form = useForm<RequestForm>({
    resolver: zodResolver(requestForm),
    defaultValues: EMPTY,
    shouldFocusError: false,
  });
  const { errors } = form.formState;

  if (apply.data) {
    return (
      <Issued
        certificate={apply.data}
        onAnother={() => {
          apply.reset();
          setRound(round + 1);
          form.reset({ ...form.getValues(), csr: '', dnsNames: '' });
        }}
      />
    );
  }

  const refused = apply.error instanceof ApiProblem && apply.error.errors.length > 0 ? apply.error : undefined;
  const local: FieldFault[] = Object.entries(errors).map(([field, error]) => ({
    fieldId: field,
    message: t(error?.message as Fault),
  }));
  const faults =
    local.length > 0
      ? local
      : (refused?.errors ?? []).map((error) => ({
          fieldId: fieldOf(error),
          message: error.message,
          code: error.code,
          cure: error.cure,
        }));
  const faultOf = (field: keyof RequestForm): string | undefined =>
    faults.find((fault) => fault.fieldId === field)?.message;

  const send = form.handleSubmit(
    (values) => {
      const body = toRequest(values);
      apply.mutate({ body, idempotencyKey: keyOf({ round, body }) });
      setAttempt((n) => n + 1);
    },
    () => setAttempt((n) => n + 1),
  );
  const label = (name: 'csr' | 'email' | 'dnsNames' | 'name' | 'unit' | 'software', required = false) =>
    labelled(t(`field.${name}`), required);

  return (
    <Page lead={t('lead')} title={t('title')} width="form">
      <ErrorSummary attempt={attempt + (apply.failureCount > 0 ? 0.5 : 0)} faults={faults} />
      {apply.isError && !refused && <ProblemPanel error={apply.error} />}
      <form noValidate onSubmit={send}>
        <Group align="flex-start" gap="lg">
          <div style={{ flex: '3 1 28rem', minWidth: 0 }}>
            <Card>
              {profile({
                id: 'profile',
                legend: `${t('field.profile')} (${t('common:required')})`,
                value: form.watch('profile'),
                onChange: (value) => form.setValue('profile', value, { shouldValidate: attempt > 0 }),
              })}
              <CsrField
                description={t('hint.csr')}
                error={faultOf('csr')}
                id="csr"
                label={label('csr', true)}
                onFile={(text) => form.setValue('csr', text, { shouldValidate: attempt > 0 })}
                {...form.register('csr')}
              />
              <Textarea
                autosize
                description={t('hint.dnsNames')}
                error={faultOf('dnsNames')}
                id="dnsNames"
                label={label('dnsNames')}
                minRows={3}
                placeholder={'www2.example.ac.jp\nmail.example.ac.jp'}
                spellCheck={false}
                {...form.register('dnsNames')}
              />
            </Card>
          </div>
          {aside && <div style={{ flex: '1 1 20rem', minWidth: 0 }}>{aside}</div>}
        </Group>
        <div style={{ marginTop: '1.5rem' }}>
          <Card title={t('subscriber')}>
            <p>{t('subscriberLead')}</p>
            <TextInput
              autoComplete="off"
              description={t('hint.email')}
              error={faultOf('email')}
              id="email"
              inputMode="email"
              label={label('email', true)}
              maw="32rem"
              type="email"
              {...form.register('email')}
            />
            <Group align="flex-start" gap="md" grow>
              <TextInput error={faultOf('name')} id="name" label={label('name')} {...form.register('name')} />
              <TextInput error={faultOf('unit')} id="unit" label={label('unit')} {...form.register('unit')} />
            </Group>
            <TextInput
              description={t('hint.software')}
              error={faultOf('software')}
              id="software"
              label={label('software')}
              maw="32rem"
              {...form.register('software')}
            />
          </Card>
        </div>
        <Group gap="lg" mt="lg">
          <Button
            leftSection={<IconSend aria-hidden="true" size={20} />}
            loading={apply.isPending}
            size="lg"
            type="submit"
          >
            {t('do')}
          </Button>
          <TextLink to="/request-files/new">{t('many')}</TextLink>
        </Group>
      </form>
    </Page>
  );
}
