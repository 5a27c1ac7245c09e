import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LicencesFigure } from '../features/licence/LicencesFigure';
import { UndeliveredFigure } from '../features/notification/UndeliveredFigure';
import { StatisticsPage } from '../features/statistics/StatisticsPage';
import { tenantOfQuery } from '../features/tenant/api';
import { nameIn } from '../shared/i18n/nameIn';
import { useLanguage } from '../shared/i18n/useLanguage';
import { TextLink } from '../shared/ui/links';
import { may } from './rights';
import { useAccount } from './useAccount';

const route = getRouteApi('/app/statistics');

/** The own tenant's statistics; an operator's are of all tenants, or of one that was chosen. */
export function StatisticsRoute() {
  const { t } = useTranslation('statistics');
  const account = useAccount();
  const { tenant } = route.useSearch();
  const operator = may.operate(account);
  const language = useLanguage();
  const chosen = useQuery({ ...tenantOfQuery(tenant ?? ''), enabled: operator && tenant !== undefined }).data;
  return (
    <StatisticsPage
      choice={
        operator &&
        tenant && (
          <TextLink search={{}} to="/statistics">
            {t('all')}
          </TextLink>
        )
      }
      figures={
        <>
          {(operator ? tenant : may.ownTenant(account)) && <LicencesFigure tenant={operator ? tenant : undefined} />}
          {/* Mails are counted of the own tenant, or of all. */}
          {!(operator && tenant) && <UndeliveredFigure />}
        </>
      }
      issuedIn={
        operator
          ? undefined
          : (month, kind, label) => (
              <TextLink search={{ kind, issuedFrom: `${month}-01`, issuedTo: lastDay(month) }} to="/certificates">
                {label}
              </TextLink>
            )
      }
      whose={chosen && nameIn(language, chosen)}
    />
  );
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
