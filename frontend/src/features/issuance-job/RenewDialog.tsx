import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { dayBoundary, dayOf } from '../../shared/format/dates';
import { formatPeriod } from '../../shared/format/text';
import { useNumbers } from '../../shared/format/useNumbers';
import { useTimeZone } from '../../shared/format/zone';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Callout } from '../../shared/ui/Callout';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { useCheck } from '../../shared/ui/useCheck';
import { endingQuery, type IssuanceJobRequest, type IssuanceOffer, useBegin } from './api';
import { BeginFailure } from './BeginFailure';
import { LicencesShort } from './LicencesShort';

const DAYS = ['30', '60', '90'] as const;
type Which = (typeof DAYS)[number] | 'selected';

type Props = {
  readonly offer: IssuanceOffer;
  readonly selected: readonly string[];
  readonly onClose: () => void;
};

/** Successors of what ends soon, in one job. */
export function RenewDialog({ offer, selected, onClose }: Props) {
  const { t } = useTranslation(['issuanceJob', 'common']);
  const { number } = useNumbers();
  const language = useLanguage();
  const zone = useTimeZone();
  const [which, setWhich] = useState<Which>(selected.length > 0 ? 'selected' : '30');
  const [secret, setSecret] = useState('');
  const begin = useBegin();
  const reproof = useReproof(offer.reproof, secret, begin.error);
  const confirmation = useCheck([reproof.missing], reproof.refused);
  const keyOf = useIdempotencyKey();
  // To the day, so that the same choice asks for the same.
  const until = (days: number) => dayBoundary(dayOf(Date.now() + days * 86_400_000, zone), 'end', zone);
  const expiresTo = until(which === 'selected' ? 30 : Number(which));
  const ending = useQuery({ ...endingQuery(expiresTo), enabled: which !== 'selected' });
  const count = which === 'selected' ? selected.length : ending.data?.value;
  const exhausted = isProblem(begin.error, 'licences-exhausted') ? begin.error : undefined;
  const { available } = offer.licences;
  const short = available === undefined ? 0 : (count ?? 0) - Number(exhausted?.detail ?? available);

  const send = () => {
    const body: IssuanceJobRequest = which === 'selected' ? { certificates: [...selected] } : { expiresTo };
    begin.mutate(
      { body: { ...body, ...(secret && { reproof: secret }) }, idempotencyKey: keyOf(body) },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('renew.title')}>
      <CheckedForm check={confirmation} error={undefined} isPending={begin.isPending} onSend={send}>
        <Stack gap="lg">
          <ChoiceGroup<Which>
            choices={[
              ...(selected.length > 0
                ? [
                    {
                      value: 'selected' as const,
                      name: t('renew.selected', { count: selected.length, value: number(selected.length) }),
                    },
                  ]
                : []),
              ...DAYS.map((days) => ({ value: days, name: t('renew.within', { count: Number(days) }) })),
            ]}
            legend={t('renew.which')}
            onChange={(next) => {
              begin.reset();
              setWhich(next);
            }}
            value={which}
          />
          {ending.isError && <ProblemPanel error={ending.error} onRetry={() => ending.refetch()} />}
          <div aria-live="polite">
            {count !== undefined && (
              <Callout
                title={count === 0 ? t('renew.none') : t('renew.count', { count, value: number(count) })}
                tone={count === 0 ? 'idle' : 'info'}
              >
                {count > 0 && (
                  <>
                    <p>{t('renew.text')}</p>
                    <p>
                      {offer.renewalOverlap === undefined
                        ? t('renew.licenceAlways')
                        : t('renew.licence', { period: formatPeriod(offer.renewalOverlap, language) })}
                    </p>
                  </>
                )}
              </Callout>
            )}
            {short > 0 && !exhausted && <LicencesShort offer={offer} short={short} />}
          </div>
          <ReproofField error={confirmation.at('reproof')} kind={offer.reproof} onChange={setSecret} value={secret} />
          {exhausted && short > 0 ? (
            <LicencesShort offer={offer} refusal={exhausted} short={short} />
          ) : (
            begin.isError && !confirmation.refused && <BeginFailure error={begin.error} />
          )}
          <Group justify="flex-end">
            <Button onClick={onClose} variant="default">
              {t('common:cancel')}
            </Button>
            <Button disabled={!count} loading={begin.isPending} type="submit">
              {t('renew.do')}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Dialog>
  );
}
