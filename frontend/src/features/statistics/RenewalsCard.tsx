import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import type { ExpiryForecast } from './api';
import { ChartCard } from './ChartCard';

const YEAR = 12;

/** How many renewals of server certificates the coming years will have as lifetimes become shorter. */
export function RenewalsCard({ expiry: { months, lifetimes }, stale }: { expiry: ExpiryForecast; stale: boolean }) {
  const { t } = useTranslation('statistics');
  const { number, month } = useNumbers();
  const year = months.slice(0, YEAR);
  const under = lifetimes.map((days, at) =>
    t('renewals.under', {
      days: number(days),
      renewals: number(year.reduce((sum, each) => sum + (each.renewals[at] ?? 0), 0)),
    }),
  );
  return (
    <ChartCard
      bars={months.map(({ month: each, scheduled }) => ({
        key: each,
        label: t('renewals.bar', { month: month(each), renewals: number(scheduled) }),
        parts: [{ tone: 'ok', value: scheduled }],
      }))}
      empty={t('renewals.empty')}
      explanation={t('renewals.explanation')}
      first={month(months[0]?.month ?? '')}
      headings={[
        t('column.month'),
        t('renewals.scheduled'),
        ...lifetimes.map((days) => t('renewals.lifetime', { days: number(days) })),
      ]}
      last={month(months.at(-1)?.month ?? '')}
      legend={[{ tone: 'ok', label: t('renewals.scheduled') }]}
      rows={months.map(({ month: each, scheduled, renewals }) => ({
        key: each,
        cells: [month(each), number(scheduled), ...renewals.map(number)],
      }))}
      sentence={t('renewals.sentence', {
        scheduled: number(year.reduce((sum, each) => sum + each.scheduled, 0)),
        under: under.join(t('renewals.separator')),
      })}
      stale={stale}
      title={t('renewals.title')}
    />
  );
}
