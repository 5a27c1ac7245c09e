import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import type { ExpiryForecast } from './api';
import { ChartCard } from './ChartCard';

/** How many certificates end in each week of the coming year. */
export function EndingCard({ expiry: { weeks }, stale }: { expiry: ExpiryForecast; stale: boolean }) {
  const { t } = useTranslation('statistics');
  const { number, day } = useNumbers();
  const label = (from: string, count: number) => t('ending.bar', { from: day(from), ending: number(count) });
  return (
    <ChartCard
      bars={weeks.map(({ from, ending }) => ({
        key: from,
        label: label(from, ending),
        parts: [{ tone: 'ok', value: ending }],
      }))}
      empty={t('ending.empty')}
      first={day(weeks[0]?.from ?? '')}
      headings={[t('ending.week'), t('ending.count')]}
      last={day(weeks.at(-1)?.from ?? '')}
      legend={[{ tone: 'ok', label: t('ending.count') }]}
      rows={weeks
        .filter(({ ending }) => ending > 0)
        .map(({ from, ending }) => ({ key: from, cells: [day(from), number(ending)] }))}
      sentence={t('ending.sentence', { ending: number(weeks.reduce((sum, week) => sum + week.ending, 0)) })}
      stale={stale}
      title={t('ending.title')}
    />
  );
}
