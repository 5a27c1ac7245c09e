import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../../api/problems';
import { formatPeriod } from '../../shared/format/text';
import { useNumbers } from '../../shared/format/useNumbers';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { MessageId } from '../../shared/ui/MessageId';
import type { IssuanceOffer } from './api';

type Props = {
  readonly offer: IssuanceOffer;
  readonly short: number;
  /** Absent where the page sees it before anything is asked for. */
  readonly refusal?: ApiProblem | undefined;
};

/** That a renewal needs more licences than are left, and where they may come from. */
export function LicencesShort({ offer, short, refusal }: Props) {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  const language = useLanguage();
  return (
    <Callout role={refusal && 'alert'} title={t('renew.short', { count: short, value: number(short) })} tone="warn">
      <p>{t('renew.shortText')}</p>
      <p>
        {offer.renewalOverlap === undefined
          ? t('renew.shortNext')
          : t('renew.shortLater', { period: formatPeriod(offer.renewalOverlap, language) })}
      </p>
      {refusal && <MessageId code={refusal.code} />}
    </Callout>
  );
}
