import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Card } from '../../shared/ui/Card';
import { EmptyState } from '../../shared/ui/EmptyState';
import { NumberTable } from '../../shared/ui/NumberTable';
import type { CertificateStatistics } from './api';

const COLUMNS = ['applied', 'issued', 'renewed', 'revoked', 'expired', 'waiting', 'valid'] as const;

/** What happened per domain and kind, and in all. */
export function GroupsCard({ statistics: { groups, total } }: { statistics: CertificateStatistics }) {
  const { t } = useTranslation(['statistics', 'common']);
  const { number } = useNumbers();
  return (
    <Card title={t('groups.title')}>
      {groups.length === 0 ? (
        <EmptyState title={t('groups.empty')}>{t('emptyNext')}</EmptyState>
      ) : (
        <NumberTable
          caption={t('groups.title')}
          headings={[t('column.domain'), t('column.kind'), ...COLUMNS.map((column) => t(`column.${column}`))]}
          rows={[
            ...groups.map(({ domain, kind, counts }) => ({
              key: `${domain ?? ''} ${kind}`,
              cells: [
                domain ?? t('groups.noDomain'),
                t(`common:kind.${kind}`),
                ...COLUMNS.map((column) => number(counts[column])),
              ],
            })),
            { key: 'total', cells: [t('groups.total'), '', ...COLUMNS.map((column) => number(total[column]))] },
          ]}
          words={[0, 1]}
        />
      )}
    </Card>
  );
}
