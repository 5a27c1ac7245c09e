import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import type { DailyStatistics } from './api';
import { ChartCard } from './ChartCard';
import { lastDays } from './lastDays';

const DAYS = 30;

type Props = {
  readonly daily: DailyStatistics;
  readonly of: 'failedLogIns' | 'undeliveredMails';
  readonly stale: boolean;
};

/** How much of one thing failed on each of the last days. */
export function DaysCard({ daily: { today, days: known }, of, stale }: Props) {
  const { t } = useTranslation('statistics');
  const { number, day } = useNumbers();
  const counts = known.map((each) => ({ day: each.day, count: each[of] })).filter(({ count }) => count > 0);
  const days = lastDays(today, DAYS, counts);
  return (
    <ChartCard
      bars={days.map(({ day: each, count }) => ({
        key: each,
        label: t('days.bar', { day: day(each), failed: number(count) }),
        parts: [{ tone: 'bad', value: count }],
      }))}
      empty={t(`${of}.empty`)}
      first={day(days[0]?.day ?? today)}
      headings={[t('days.day'), t(`${of}.count`)]}
      last={day(today)}
      legend={[{ tone: 'bad', label: t(`${of}.count`) }]}
      rows={counts.map(({ day: each, count }) => ({ key: each, cells: [day(each), number(count)] }))}
      sentence={t(`${of}.sentence`, { failed: number(counts.reduce((sum, each) => sum + each.count, 0)) })}
      stale={stale}
      title={t(`${of}.title`)}
    />
  );
}
