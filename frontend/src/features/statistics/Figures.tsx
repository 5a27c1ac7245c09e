import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Figure } from '../../shared/ui/Figure';
import type { CertificateStatistics, DailyStatistics, ExpiryForecast } from './api';
import classes from './statistics.module.css';

const FOUR_WEEKS = 4;

type Props = {
  readonly statistics: CertificateStatistics;
  readonly expiry: ExpiryForecast;
  readonly daily: DailyStatistics;
  /** What else there is. */
  readonly more?: ReactNode;
};

/** What there is now. */
export function Figures({ statistics, expiry, daily, more }: Props) {
  const { t } = useTranslation('statistics');
  const { number } = useNumbers();
  const ending = expiry.weeks.slice(0, FOUR_WEEKS).reduce((sum, week) => sum + week.ending, 0);
  const failed = daily.days.reduce((sum, day) => sum + day.failedLogIns, 0);
  return (
    <div className={classes.figures}>
      <Figure label={t('column.valid')} tone="ok" value={number(statistics.total.valid)} />
      <Figure
        label={t('column.waiting')}
        tone={statistics.total.waiting > 0 ? 'info' : 'ok'}
        value={number(statistics.total.waiting)}
      />
      <Figure label={t('figure.ending')} tone={ending > 0 ? 'warn' : 'ok'} value={number(ending)} />
      <Figure label={t('figure.failedLogIns')} tone={failed > 0 ? 'warn' : 'ok'} value={number(failed)} />
      {more}
    </div>
  );
}
