import { useTranslation } from 'react-i18next';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Status } from '../../shared/ui/Status';
import type { CertificateDetail } from './api';

/** Why and when it was revoked, and since when relying parties can see it. */
export function RevocationFacts({ revocation }: { revocation: NonNullable<CertificateDetail['revocation']> }) {
  const { t } = useTranslation('certificate');
  return (
    <Facts
      facts={[
        { label: t('column.revokedAt'), value: <DateTime at={revocation.revokedAt} /> },
        { label: t('fact.reason'), value: t(`reason.${revocation.reason}`) },
        !!revocation.invalidityDate && {
          label: t('fact.invalidityDate'),
          value: <DateTime at={revocation.invalidityDate} />,
        },
        !!revocation.comment && { label: t('fact.comment'), value: revocation.comment },
        { label: t('fact.ocsp'), value: <Since at={revocation.ocspVisibleSince} pending={t('fact.ocspSoon')} /> },
        { label: t('fact.crl'), value: <Since at={revocation.crlVisibleSince} pending={t('fact.crlSoon')} /> },
      ]}
    />
  );
}

function Since({ at, pending }: { at: string | undefined; pending: string }) {
  const { t } = useTranslation('certificate');
  return (
    <span aria-live="polite">
      {at ? (
        <>
          <Status tone="ok">{t('fact.visible')}</Status> <DateTime at={at} />
        </>
      ) : (
        <Status tone="wait">{pending}</Status>
      )}
    </span>
  );
}
