import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Callout } from '../../shared/ui/Callout';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { Dialog } from '../../shared/ui/Dialog';
import { useCheck } from '../../shared/ui/useCheck';
import { AccountFacts } from './AccountFacts';
import { type Desk, type DeskAction, type DeskOffer, useTakeAction } from './api';
import classes from './desk.module.css';
import { type ActionValues, choiceOf, DANGEROUS, EMPTY, FOREVER, faultsOf, toRequest } from './request';

type Props = {
  readonly desk: Desk;
  readonly offer: DeskOffer;
  readonly operator: boolean;
  readonly softwareKeyboard: boolean;
  readonly onTaken: (action: DeskAction) => void;
  readonly onClose: () => void;
};

/** The last look before something is done for somebody: what it does, for whom, on which document. */
export function ActionDialog({ desk, offer, operator, softwareKeyboard, onTaken, onClose }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const take = useTakeAction(desk.account.id);
  const choice = choiceOf(offer);
  const [values, setValues] = useState<ActionValues>({
    ...EMPTY,
    secret: offer.kind === 'RESET_PASSWORD' ? (choice[0] ?? '') : '',
  });
  const keyOf = useIdempotencyKey();
  const set = (change: Partial<ActionValues>) => setValues((before) => ({ ...before, ...change }));
  const name = desk.account.loginId ?? desk.account.name;
  const reproof = useReproof(desk.reproof, values.reproof, take.error);
  const check = useCheck(
    [
      ...faultsOf(values, { offer, operator, name }).map((field) => ({
        fieldId: field,
        message: t(`fault.${field}`, { name }),
      })),
      reproof.missing,
    ],
    reproof.refused,
  );
  const send = () => {
    const body = toRequest(values, offer);
    take.mutate({ body, idempotencyKey: keyOf(body) }, { onSuccess: onTaken });
  };

  return (
    <Dialog onClose={onClose} opened size="lg" title={offer.title}>
      <CheckedForm check={check} className={classes.form} error={take.error} isPending={take.isPending} onSend={send}>
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
          error={check.at('reference')}
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
            error={check.at('typed')}
            id="typed"
            label={t('typed')}
            onChange={(event) => set({ typed: event.currentTarget.value })}
            spellCheck={false}
            value={values.typed}
          />
        )}
        <ReproofField
          error={check.at('reproof')}
          kind={desk.reproof}
          onChange={(typed) => set({ reproof: typed })}
          softwareKeyboard={softwareKeyboard}
          value={values.reproof}
        />
        <Group gap="sm" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color={DANGEROUS.has(offer.kind) ? 'red' : 'blue'} loading={take.isPending} type="submit">
            {t(offer.fourEyes ? 'propose' : 'do', { title: offer.title })}
          </Button>
        </Group>
      </CheckedForm>
    </Dialog>
  );
}
