import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { type Tenant, tenantQuery } from './api';
import classes from './tenant.module.css';

/** What every subject of this tenant must carry, ready to copy, and its domains. */
export function RegisteredValues() {
  const { t } = useTranslation('tenant');
  const tenant = useQuery(tenantQuery);
  return (
    <Card title={t('title')} tone="sunken">
      {tenant.isPending && <Loading lines={5} />}
      {tenant.isError && <ProblemPanel error={tenant.error} onRetry={() => tenant.refetch()} />}
      {tenant.data && <Values tenant={tenant.data} />}
    </Card>
  );
}

function Values({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('tenant');
  const { o, l, st, c } = tenant.subject;
  const rest = [`O=${o}`, l && `L=${l}`, st && `ST=${st}`, `C=${c}`].filter(Boolean).join(',');
  return (
    <>
      <p className={classes.lead}>{t('lead')}</p>
      <Facts
        facts={[
          { label: t('pattern'), value: <Code text={`CN=…,${rest}`} copy={`CN=,${rest}`} what={t('pattern')} /> },
          {
            label: t('domains'),
            value: (
              <ul className={classes.domains}>
                {tenant.domains.map((domain) => (
                  <li key={domain.name}>
                    <span className={classes.domain}>
                      {domain.name} {!domain.permitted && <Status tone="bad">{t('notPermitted')}</Status>}
                      {domain.wildcardAllowed && <Status tone="info">{t('wildcard')}</Status>}
                    </span>
                    {domain.issuingDeadline && (
                      <span className={classes.note}>
                        {t('deadline')} <DateTime at={domain.issuingDeadline} only="date" />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
        layout="rows"
      />
    </>
  );
}
