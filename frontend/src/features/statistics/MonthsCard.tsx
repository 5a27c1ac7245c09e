import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import type { CertificateStatistics } from './api';
import { ChartCard } from './ChartCard';

const COLUMNS = ['applied', 'issued', 'renewed', 'revoked', 'expired', 'validAtEnd'] as const;

type Props = {
  readonly statistics: CertificateStatistics;
  readonly stale: boolean;
  readonly issuedIn?: ((month: string, label: string) => ReactNode) | undefined;
};

/** What happened in each month. */
export function MonthsCard({ statistics, stale, issuedIn }: Props) {
  const { t } = useTranslation('statistics');
  const { number, month } = useNumbers();
  const { from, to, total, months } = statistics;
  return (
    <ChartCard
      bars={months.map((each) => ({
        key: each.month,
        label: t('months.bar', {
          month: month(each.month),
          issued: number(each.issued),
          revoked: number(each.revoked),
        }),
        parts: [
          { tone: 'ok', value: each.issued },
          { tone: 'bad', value: each.revoked },
        ],
      }))}
      empty={t('months.empty')}
      first={month(from)}
      headings={[t('column.month'), ...COLUMNS.map((column) => t(`column.${column}`))]}
      last={month(to)}
      legend={[
        { tone: 'ok', label: t('column.issued') },
        { tone: 'bad', label: t('column.revoked') },
      ]}
      rows={months.map((each) => ({
        key: each.month,
        cells: [
          issuedIn?.(each.month, month(each.month)) ?? month(each.month),
          ...COLUMNS.map((column) => number(each[column])),
        ],
      }))}
      sentence={t('months.sentence', {
        from: month(from),
        to: month(to),
        issued: number(total.issued),
        renewed: number(total.renewed),
        revoked: number(total.revoked),
        expired: number(total.expired),
      })}
      stale={stale}
      title={t('months.title')}
    />
  );
}
