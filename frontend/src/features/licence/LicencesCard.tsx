import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Card } from '../../shared/ui/Card';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { licencesQuery } from './api';

/** How a tenant stands with its licences: one's own, or for the service desk that of any. */
export function LicencesCard({ tenant }: { tenant?: string }) {
  const { t } = useTranslation('licence');
  const { number } = useNumbers();
  const licences = useQuery(licencesQuery(tenant));
  return (
    <Card title={t('title')}>
      {licences.isError ? (
        <ProblemPanel error={licences.error} onRetry={() => licences.refetch()} />
      ) : licences.data ? (
        <>
          <p>{t(`model.${licences.data.model}`)}</p>
          {licences.data.model !== 'NONE' && (
            <Facts
              facts={[
                licences.data.contracted !== undefined && {
                  label: t('contracted'),
                  value: number(licences.data.contracted),
                },
                { label: t('valid'), value: number(licences.data.valid) },
                { label: t('issuing'), value: number(licences.data.issuing) },
                licences.data.available !== undefined && {
                  label: t('available'),
                  value: number(licences.data.available),
                },
              ]}
            />
          )}
        </>
      ) : (
        <Loading lines={3} />
      )}
    </Card>
  );
}
