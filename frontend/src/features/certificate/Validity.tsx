import { useTranslation } from 'react-i18next';
import { DaysLeft } from '../../shared/ui/CertificateState';
import { DateTime } from '../../shared/ui/DateTime';
import type { Tone } from '../../shared/ui/Status';
import type { CertificateDetail } from './api';
import classes from './certificate.module.css';

/** How much of the lifetime has passed. */
export function Validity({ certificate }: { certificate: CertificateDetail }) {
  const { t } = useTranslation('certificate');
  const start = Date.parse(certificate.notBefore);
  const end = Date.parse(certificate.notAfter);
  const passed = Math.min(1, Math.max(0, (Date.now() - start) / (end - start)));
  const warn = end - Date.now() < 30 * 86_400_000;
  const tone: Tone =
    certificate.status === 'REVOKED'
      ? 'bad'
      : passed >= 1 || certificate.status === 'RENEWED'
        ? 'idle'
        : warn
          ? 'warn'
          : 'ok';
  return (
    <div className={classes.validity}>
      <div
        aria-label={t('validity.label', { percent: Math.round(passed * 100) })}
        className={classes.track}
        data-tone={tone}
        role="img"
      >
        <div className={classes.elapsed} style={{ width: `${passed * 100}%` }} />
      </div>
      <div className={classes.ends}>
        <span>
          {t('validity.from')} <DateTime at={certificate.notBefore} />
        </span>
        <DaysLeft notAfter={certificate.notAfter} status={certificate.status} />
        <span>
          {t('validity.until')} <DateTime at={certificate.notAfter} />
        </span>
      </div>
    </div>
  );
}
