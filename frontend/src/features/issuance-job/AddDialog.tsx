import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { useNumbers } from '../../shared/format/useNumbers';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Callout } from '../../shared/ui/Callout';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { Facts } from '../../shared/ui/Facts';
import { useCheck } from '../../shared/ui/useCheck';
import { useFocusWhen } from '../../shared/ui/useFocusWhen';
import { type IssuanceJobRequest, type IssuanceOffer, useBegin } from './api';
import { BeginFailure } from './BeginFailure';
import { countFault, countOf } from './count';

type Props = { readonly offer: IssuanceOffer; readonly onClose: () => void };

/** How many more, and the confirmation that they are meant (DN-020). */
export function AddDialog({ offer, onClose }: Props) {
  const { t } = useTranslation(['issuanceJob', 'common']);
  const { number } = useNumbers();
  const [typed, setTyped] = useState('');
  const [key, setKey] = useState(offer.keys[0]);
  const [secret, setSecret] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [confirming, setConfirming] = useState(false);
  const confirm = useFocusWhen<HTMLButtonElement>(confirming);
  const field = useFocusWhen<HTMLInputElement>(!confirming);
  const begin = useBegin();
  const reproof = useReproof(offer.reproof, secret, begin.error);
  const confirmation = useCheck([reproof.missing], reproof.refused);
  const keyOf = useIdempotencyKey();
  const { contracted, valid, available } = offer.licences;
  const fault = attempt > 0 && !confirming ? countFault(typed, offer.most) : undefined;
  const message = fault && t(`add.fault.${fault}`, { most: number(offer.most) });
  const count = countOf(typed);

  const check = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (countFault(typed, offer.most) === undefined) setConfirming(true);
  };
  const issue = () => {
    const body: IssuanceJobRequest = { count, ...(key && { key }) };
    begin.mutate(
      { body: { ...body, ...(secret && { reproof: secret }) }, idempotencyKey: keyOf(body) },
      { onSuccess: onClose },
    );
  };

  return (
    <Dialog onClose={onClose} opened size="lg" title={t(confirming ? 'add.confirmTitle' : 'add.title')}>
      {confirming ? (
        <CheckedForm check={confirmation} error={undefined} isPending={begin.isPending} onSend={issue}>
          <Stack gap="lg">
            <Callout title={t('add.confirm', { count, value: number(count) })} tone="info">
              <p>{t('add.confirmText')}</p>
            </Callout>
            <ReproofField error={confirmation.at('reproof')} kind={offer.reproof} onChange={setSecret} value={secret} />
            {begin.isError && !confirmation.refused && <BeginFailure error={begin.error} />}
            <Group justify="flex-end">
              <Button onClick={() => setConfirming(false)} variant="default">
                {t('add.back')}
              </Button>
              <Button loading={begin.isPending} ref={confirm} type="submit">
                {t('add.do', { count, value: number(count) })}
              </Button>
            </Group>
          </Stack>
        </CheckedForm>
      ) : (
        <form noValidate onSubmit={check}>
          <Stack gap="lg">
            {message && <ErrorSummary attempt={attempt} faults={[{ fieldId: 'add-count', message }]} />}
            <Facts
              facts={[
                contracted !== undefined && { label: t('counter.contracted'), value: number(contracted) },
                { label: t('counter.issued'), value: number(valid) },
                { label: t('counter.available'), value: <strong>{number(available ?? offer.most)}</strong> },
              ]}
            />
            <TextInput
              autoComplete="off"
              data-autofocus
              description={t('add.countHint', { most: number(offer.most) })}
              error={message}
              id="add-count"
              inputMode="numeric"
              label={`${t('add.count')} (${t('common:required')})`}
              maw="16rem"
              onChange={(event) => setTyped(event.currentTarget.value)}
              ref={field}
              value={typed}
            />
            {offer.keys.length > 1 && (
              <NativeSelect
                data={offer.keys.map((value) => ({ value, label: t(`key.${value}`) }))}
                description={t('add.keyHint')}
                label={t('add.key')}
                maw="20rem"
                onChange={(event) => setKey(offer.keys.find((one) => one === event.currentTarget.value))}
                value={key ?? ''}
              />
            )}
            <ul style={{ margin: 0, paddingLeft: '1.25rem' }}>
              <li>{t('add.watch')}</li>
              <li>{t('add.one')}</li>
            </ul>
            <Group justify="flex-end">
              <Button onClick={onClose} variant="default">
                {t('add.cancel')}
              </Button>
              <Button type="submit">{t('add.check')}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
