import { useTranslation } from 'react-i18next';
import { daysUntil, formatDate, formatDateTime } from '../../shared/format/dates';
import { useTimeZone } from '../../shared/format/zone';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { CertificateState } from '../../shared/ui/CertificateState';
import type { CertificateDetail } from './api';

/** The state in one sentence. */
export function Sentence({ certificate }: { certificate: CertificateDetail }) {
  const { t } = useTranslation('certificate');
  const language = useLanguage();
  const zone = useTimeZone();
  const { status, notAfter, collection, revocation } = certificate;
  const until = formatDate(notAfter, language, zone);
  const days = daysUntil(notAfter, Date.now());
  switch (status) {
    case 'WAITING_FOR_DOWNLOAD':
      return (
        <Callout title={<CertificateState status={status} />} tone="wait">
          <p>
            {collection?.state === 'LAPSED'
              ? t('sentence.lapsed')
              : collection
                ? t('sentence.waiting', { deadline: formatDateTime(collection.deadline, language, zone) })
                : t('sentence.waitingOpen')}
          </p>
        </Callout>
      );
    case 'ISSUED':
      return (
        <Callout title={<CertificateState status={status} />} tone={days <= 30 ? 'warn' : 'ok'}>
          <p>{days <= 30 ? t('sentence.expiring', { count: days, until }) : t('sentence.issued', { until })}</p>
        </Callout>
      );
    case 'RENEWED':
      return (
        <Callout title={<CertificateState status={status} />} tone="idle">
          <p>{t('sentence.renewed', { until })}</p>
        </Callout>
      );
    case 'REVOKED':
      return (
        <Callout title={<CertificateState status={status} />} tone="bad">
          <p>
            {revocation
              ? t('sentence.revoked', {
                  at: formatDateTime(revocation.revokedAt, language, zone),
                  reason: t(`reason.${revocation.reason}`),
                })
              : t('sentence.revokedOpen')}
          </p>
        </Callout>
      );
    case 'EXPIRED':
      return (
        <Callout title={<CertificateState status={status} />} tone="idle">
          <p>{t('sentence.expired', { until })}</p>
        </Callout>
      );
  }
}
