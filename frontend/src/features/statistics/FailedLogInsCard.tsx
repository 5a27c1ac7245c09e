import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import type { FailedLogIns } from './api';
import { ChartCard } from './ChartCard';
import { lastDays } from './lastDays';

const DAYS = 30;

/** How many log-ins failed on each of the last days. */
export function FailedLogInsCard({ logIns, stale }: { logIns: FailedLogIns; stale: boolean }) {
  const { t } = useTranslation('statistics');
  const { number, day } = useNumbers();
  const days = lastDays(logIns.today, DAYS, logIns.days);
  return (
    <ChartCard
      bars={days.map(({ day: each, count }) => ({
        key: each,
        label: t('logIns.bar', { day: day(each), failed: number(count) }),
        parts: [{ tone: 'bad', value: count }],
      }))}
      empty={t('logIns.empty')}
      first={day(days[0]?.day ?? logIns.today)}
      headings={[t('logIns.day'), t('logIns.count')]}
      last={day(logIns.today)}
      legend={[{ tone: 'bad', label: t('logIns.count') }]}
      rows={logIns.days.map(({ day: each, count }) => ({ key: each, cells: [day(each), number(count)] }))}
      sentence={t('logIns.sentence', { failed: number(logIns.days.reduce((sum, each) => sum + each.count, 0)) })}
      stale={stale}
      title={t('logIns.title')}
    />
  );
}
