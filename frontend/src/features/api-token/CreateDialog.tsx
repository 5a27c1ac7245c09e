import { Button, Checkbox, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type ApiScope, type CreatedApiToken, useCreateApiToken } from './api';
import classes from './apiToken.module.css';
import { keyOf } from './scopes';
import { faultsOf, NO_WISH, requestOf, type Wish } from './wish';

type Props = {
  /** Those that an account like this one can use. */
  readonly scopes: readonly ApiScope[];
  readonly mostDays: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (created: CreatedApiToken) => void;
};

export function CreateDialog({ opened, onClose, ...form }: Props) {
  const { t } = useTranslation('apiToken');
  return (
    <Dialog onClose={onClose} opened={opened} size="xl" title={t('createTitle')}>
      <CreateForm {...form} onClose={onClose} />
    </Dialog>
  );
}

/** What it is called, what it may do, until when and from where: as little as the script needs. */
function CreateForm({ scopes, mostDays, onClose, onCreated }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['apiToken', 'common']);
  const [wish, setWish] = useState<Wish>(NO_WISH);
  const [attempt, setAttempt] = useState(0);
  const create = useCreateApiToken();
  const faults = attempt > 0 ? faultsOf(wish, mostDays) : [];
  const fieldOf = (pointer: string | undefined) =>
    pointer?.startsWith('/addresses') ? 'token-addresses' : 'token-days';
  const refused: FieldFault[] =
    create.error instanceof ApiProblem
      ? create.error.errors.map((one) => ({
          fieldId: fieldOf(one.pointer),
          message: one.message,
          cure: one.cure,
          code: one.code,
        }))
      : [];
  const summary = [
    ...faults.map((fault): FieldFault => ({ fieldId: `token-${fault}`, message: t(`fault.${fault}`, { mostDays }) })),
    ...refused,
  ];
  const set = (change: Partial<Wish>) => {
    create.reset();
    setWish({ ...wish, ...change });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faultsOf(wish, mostDays).length > 0) return;
    create.mutate(requestOf(wish, Date.now()), { onSuccess: onCreated });
  };
  const errorOf = (fault: (typeof faults)[number]) =>
    faults.includes(fault) ? t(`fault.${fault}`, { mostDays }) : undefined;
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        <ErrorSummary attempt={attempt} faults={summary} />
        {create.isError && refused.length === 0 && <ProblemPanel error={create.error} />}
        <TextInput
          description={t('nameHelp')}
          error={errorOf('name')}
          id="token-name"
          label={t('name')}
          maxLength={50}
          onChange={(event) => set({ name: event.currentTarget.value })}
          required
          value={wish.name}
        />
        <Checkbox.Group
          description={t('scopesHelp')}
          error={errorOf('scopes')}
          label={t('scopes')}
          onChange={(chosen) => set({ scopes: chosen as Wish['scopes'] })}
          required
          value={[...wish.scopes]}
        >
          <div className={classes.scopes}>
            {scopes.map((scope, index) => (
              <Checkbox
                description={scope}
                id={index === 0 ? 'token-scopes' : undefined}
                key={scope}
                label={t(keyOf(scope))}
                value={scope}
              />
            ))}
          </div>
        </Checkbox.Group>
        <NumberInput
          allowDecimal={false}
          allowNegative={false}
          description={t('daysHelp', { mostDays })}
          error={errorOf('days')}
          id="token-days"
          label={t('days')}
          onChange={(days) => set({ days: Number(days) })}
          required
          value={wish.days}
        />
        <Textarea
          autosize
          description={t('addressesHelp')}
          id="token-addresses"
          label={t('addressesOptional')}
          minRows={2}
          onChange={(event) => set({ addresses: event.currentTarget.value })}
          placeholder="192.0.2.0/24"
          spellCheck={false}
          value={wish.addresses}
        />
        <Group justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button loading={create.isPending} type="submit">
            {t('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
