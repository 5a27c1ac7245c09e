import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { licencesQuery, ownLicencesQuery } from './api';

/** How a tenant stands with its licences: one's own, or for the service desk that of any. */
export function LicencesCard({ tenant }: { tenant?: string }) {
  const { t } = useTranslation('licence');
  const language = useLanguage();
  const own = useQuery({ ...ownLicencesQuery, enabled: tenant === undefined });
  const others = useQuery({ ...licencesQuery(tenant ?? ''), enabled: tenant !== undefined });
  const licences = tenant === undefined ? own : others;
  const number = (value: number) => formatNumber(value, language);
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
