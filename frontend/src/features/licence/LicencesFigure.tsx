import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Figure } from '../../shared/ui/Figure';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { licencesQuery } from './api';

/** How many licences are in use, where the contract counts any. */
export function LicencesFigure({ tenant }: { tenant?: string | undefined }) {
  const { t } = useTranslation('licence');
  const { number } = useNumbers();
  const licences = useQuery(licencesQuery(tenant));
  if (licences.isError) return <ProblemPanel error={licences.error} onRetry={() => licences.refetch()} />;
  if (licences.data?.model === 'NONE') return null;
  const { valid = 0, issuing = 0, contracted, available } = licences.data ?? {};
  const used = number(valid + issuing);
  return (
    <Figure
      label={t('inUse')}
      link={
        tenant === undefined ? (
          <TextLink to="/tenant">{t('show')}</TextLink>
        ) : (
          <TextLink params={{ id: tenant }} to="/tenants/$id">
            {t('show')}
          </TextLink>
        )
      }
      tone={available === 0 ? 'warn' : 'ok'}
      value={
        licences.data && (contracted === undefined ? used : t('ofContracted', { used, contracted: number(contracted) }))
      }
    />
  );
}
