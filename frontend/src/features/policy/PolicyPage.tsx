import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Differences } from '../../shared/ui/Differences';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { checkQuery, policyQuery, versionsQuery } from './api';
import { differencesOf } from './differences';
import classes from './policy.module.css';
import { Sentences } from './Sentences';

type Props = { readonly tenant: string; readonly tenantName: string };

/** What holds for a tenant, what it changes of its preset, and how it came to be. */
export function PolicyPage({ tenant, tenantName }: Props) {
  const { t } = useTranslation(['policy', 'common']);
  const language = useLanguage();
  const policy = useQuery(policyQuery(tenant, language));
  const versions = useQuery(versionsQuery(tenant, language));
  const check = useQuery({
    ...checkQuery(tenant, { preset: policy.data?.preset ?? '', overrides: policy.data?.overrides ?? {} }, language),
    enabled: !!policy.data,
  });
  const failed = [policy, versions, check].find((query) => query.isError);
  return (
    <Page
      actions={
        <>
          <ButtonLink params={{ id: tenant }} to="/tenants/$id/ip-allowlist" variant="default">
            {t('common:nav.ipAllowlist')}
          </ButtonLink>
          <ButtonLink params={{ id: tenant }} to="/tenants/$id/policy/edit">
            {t('edit')}
          </ButtonLink>
        </>
      }
      lead={policy.data && t('lead', { preset: policy.data.presetTitle, version: policy.data.version })}
      title={t('title', { tenant: tenantName })}
      trail={[{ label: t('common:nav.tenants'), to: '/tenants' }]}
    >
      {failed ? (
        <ProblemPanel error={failed.error} onRetry={() => failed.refetch()} />
      ) : !policy.data || !versions.data || !check.data ? (
        <Loading lines={12} />
      ) : (
        <div className={classes.column}>
          <Card title={t('means')}>
            <Sentences sentences={policy.data.sentences} />
          </Card>
          <Card title={t('ownChanges')}>
            {check.data.fromPreset.length === 0 ? (
              <p>{t('asPreset')}</p>
            ) : (
              <Differences caption={t('ownChanges')} differences={differencesOf(check.data.fromPreset)} />
            )}
          </Card>
          <Card title={t('versions')}>
            <div className={classes.column}>
              {versions.data.items.map((version) => (
                <section key={version.version}>
                  <h3>
                    {t('version', { version: version.version })} — <DateTime at={version.changedAt} />
                  </h3>
                  <p>
                    {version.version === 1 ? t('first') : t('changedBy', { by: version.changedBy })}
                    {version.comment && `: ${version.comment}`}
                  </p>
                  {version.differences.length > 0 && (
                    <Differences
                      caption={t('version', { version: version.version })}
                      differences={differencesOf(version.differences)}
                    />
                  )}
                </section>
              ))}
            </div>
          </Card>
        </div>
      )}
    </Page>
  );
}
