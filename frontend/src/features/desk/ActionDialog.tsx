import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { PasswordField } from '../../shared/secret/PasswordField';
import { Callout } from '../../shared/ui/Callout';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AccountFacts } from './AccountFacts';
import { type Desk, type DeskAction, type DeskOffer, useTakeAction } from './api';
import classes from './desk.module.css';
import { type ActionValues, choiceOf, DANGEROUS, EMPTY, FOREVER, faultsOf, toRequest } from './request';

type Props = {
  readonly desk: Desk;
  readonly offer: DeskOffer;
  readonly operator: boolean;
  readonly onTaken: (action: DeskAction) => void;
  readonly onClose: () => void;
};

/** The last look before something is done for somebody: what it does, for whom, on which document. */
export function ActionDialog({ desk, offer, operator, onTaken, onClose }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const take = useTakeAction(desk.account.id);
  const choice = choiceOf(offer);
  const [values, setValues] = useState<ActionValues>({
    ...EMPTY,
    secret: offer.kind === 'RESET_PASSWORD' ? (choice[0] ?? '') : '',
  });
  const [attempt, setAttempt] = useState(0);
  const keyOf = useIdempotencyKey();
  const set = (change: Partial<ActionValues>) => setValues((before) => ({ ...before, ...change }));
  const name = desk.account.loginId ?? desk.account.name;
  const local = faultsOf(values, { offer, operator, reproof: desk.reproof !== undefined, name });
  const wrong = isProblem(take.error, 'reproof-wrong');
  const faults =
    attempt === 0
      ? []
      : local.length > 0
        ? local.map((fault) => ({ fieldId: fault.field, message: t(`fault.${fault.name}`, { name }) }))
        : wrong
          ? [{ fieldId: 'reproof', message: t('fault.reproofWrong') }]
          : [];
  const faultOf = (id: string) => faults.find(({ fieldId }) => fieldId === id)?.message;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (local.length > 0 || take.isPending) return;
    const body = toRequest(values, offer);
    take.mutate(
      { body, idempotencyKey: keyOf(body) },
      { onSuccess: onTaken, onError: () => setAttempt((before) => before + 1) },
    );
  };

  return (
    <Dialog onClose={onClose} opened size="lg" title={offer.title}>
      <form className={classes.form} noValidate onSubmit={send}>
        <ErrorSummary attempt={attempt} faults={faults} />
        {take.isError && !wrong && <ProblemPanel error={take.error} />}
        <AccountFacts account={desk.account} />
        <Callout title={t('consequences')} tone={DANGEROUS.has(offer.kind) ? 'warn' : 'info'}>
          <p>{offer.effect}</p>
          {offer.letter && <p>{t('letter.follows')}</p>}
          {offer.fourEyes && <p>{t('fourEyes')}</p>}
        </Callout>
        {choice.length > 0 && (
          <ChoiceGroup
            choices={[
              { value: '' as const, name: t(offer.kind === 'UNLOCK' ? 'allLocked' : 'all') },
              ...choice.map((kind) => ({ value: kind, name: t(`common:secretKind.${kind}`) })),
            ]}
            legend={t('which')}
            onChange={(secret) => set({ secret })}
            value={values.secret}
          />
        )}
        <TextInput
          autoComplete="off"
          data-autofocus
          description={t('hint.reference')}
          error={faultOf('reference')}
          id="reference"
          label={`${t('fact.reference')} (${t(operator ? 'common:required' : 'common:optional')})`}
          maxLength={100}
          onChange={(event) => set({ reference: event.currentTarget.value })}
          value={values.reference}
        />
        <Textarea
          autosize
          description={t('hint.comment')}
          id="comment"
          label={`${t('fact.comment')} (${t('common:optional')})`}
          maxLength={500}
          minRows={2}
          onChange={(event) => set({ comment: event.currentTarget.value })}
          value={values.comment}
        />
        {FOREVER.has(offer.kind) && (
          <TextInput
            autoComplete="off"
            description={t('hint.typed', { name })}
            error={faultOf('typed')}
            id="typed"
            label={t('typed')}
            onChange={(event) => set({ typed: event.currentTarget.value })}
            spellCheck={false}
            value={values.typed}
          />
        )}
        {desk.reproof && (
          <PasswordField
            autoComplete={desk.reproof === 'PASSWORD' ? 'current-password' : 'off'}
            description={t('hint.reproof')}
            error={faultOf('reproof')}
            id="reproof"
            label={t(`reproof.${desk.reproof}`)}
            onChange={(reproof) => set({ reproof })}
            value={values.reproof}
          />
        )}
        <Group gap="sm" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color={DANGEROUS.has(offer.kind) ? 'red' : 'blue'} loading={take.isPending} type="submit">
            {t(offer.fourEyes ? 'propose' : 'do', { title: offer.title })}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
