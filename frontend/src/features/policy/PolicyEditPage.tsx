import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { keysQuery, policyQuery, presetsQuery } from './api';
import { PolicyEditor } from './PolicyEditor';

type Props = { readonly tenant: string; readonly tenantName: string; readonly onSaved: () => void };

export function PolicyEditPage({ tenant, tenantName, onSaved }: Props) {
  const { t } = useTranslation(['policy', 'common']);
  const language = useLanguage();
  const policy = useQuery(policyQuery(tenant, language));
  const keys = useQuery(keysQuery(language));
  const presets = useQuery(presetsQuery(language));
  const failed = [policy, keys, presets].find((query) => query.isError);
  return (
    <Page
      lead={t('editLead')}
      title={t('editTitle', { tenant: tenantName })}
      trail={[
        { label: t('common:nav.tenants'), to: '/tenants' },
        { label: t('title', { tenant: tenantName }), to: `/tenants/${tenant}/policy` },
      ]}
    >
      {failed ? (
        <ProblemPanel error={failed.error} onRetry={() => failed.refetch()} />
      ) : policy.data && keys.data && presets.data ? (
        <PolicyEditor
          key={policy.data.version}
          keys={keys.data.items}
          onSaved={onSaved}
          policy={policy.data}
          presets={presets.data.items}
          tenant={tenant}
        />
      ) : (
        <Loading lines={16} />
      )}
    </Page>
  );
}
