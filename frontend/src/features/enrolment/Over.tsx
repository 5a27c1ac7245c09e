import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import type { Enrolment } from './api';

const TONES = { DORMANT: 'info', COLLECTED: 'info', LAPSED: 'warn', REVOKED: 'bad', WITHDRAWN: 'bad' } as const;

type Props = {
  readonly state: Enrolment['state'];
  readonly at: string | undefined;
  readonly what: 'certificate' | 'keyFile' | 'handOut' | 'pins' | 'archive';
};

/** Why nothing can be collected now, and what to do; nothing where something can. */
export function Over({ state, at, what }: Props) {
  const { t } = useTranslation('enrolment');
  // What is being made has a page of its own, of the acquisition.
  if (state === 'WAITING' || state === 'ISSUING' || state === 'FAILED') return null;
  return (
    <Callout title={t(`over.${what}.${state}.title`)} tone={TONES[state]}>
      {at && (
        <p>
          {t('collectedAt')} <DateTime at={at} />
        </p>
      )}
      <p>{t(`over.${what}.${state}.text`)}</p>
    </Callout>
  );
}
