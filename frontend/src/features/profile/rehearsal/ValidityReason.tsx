import { useTranslation } from 'react-i18next';
import type { Schema } from '../../../api/types';
import { formatDate, formatDateTime } from '../../../shared/format/dates';
import { formatPeriod } from '../../../shared/format/text';
import { useTimeZone } from '../../../shared/format/zone';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { DateTime } from '../../../shared/ui/DateTime';
import classes from './rehearsal.module.css';

type Props = { readonly validity: Schema<'RehearsedValidity'> };

/** From when until when, how much of the wished period that is, and why it ends there. */
export function ValidityReason({ validity }: Props) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const zone = useTimeZone();
  const start = Date.parse(validity.notBefore);
  const wished = Math.max(Date.parse(validity.wished), Date.parse(validity.notAfter));
  const percent = Math.round(((Date.parse(validity.notAfter) - start) / (wished - start)) * 100);
  const { bound, ceiling } = validity;
  return (
    <div className={classes.validity}>
      <div
        aria-label={t('validity.share', { percent })}
        className={classes.track}
        data-cut={bound !== 'PERIOD' || undefined}
        role="img"
      >
        <div className={classes.given} style={{ width: `${percent}%` }} />
      </div>
      <div className={classes.ends}>
        <span>
          {t('validity.from')} <DateTime at={validity.notBefore} />
        </span>
        <span>
          {t('validity.until')} <DateTime at={validity.notAfter} />
        </span>
      </div>
      <p>
        {bound === 'PERIOD'
          ? t('validity.PERIOD', { period: formatPeriod(validity.period, language) })
          : bound === 'CEILING'
            ? t('validity.CEILING', {
                wished: formatDateTime(validity.wished, language, zone),
                from: ceiling && formatDate(`${ceiling.from}T00:00:00Z`, language, 'UTC'),
                days: ceiling && formatPeriod(`P${ceiling.days}D`, language),
              })
            : t('validity.AUTHORITY', { wished: formatDateTime(validity.wished, language, zone) })}
      </p>
    </div>
  );
}
