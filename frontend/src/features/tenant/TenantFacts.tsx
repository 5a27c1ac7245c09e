import { useTranslation } from 'react-i18next';
import { Code } from '../../shared/ui/Code';
import { Facts } from '../../shared/ui/Facts';
import type { Tenant } from './api';

/** The registered values of a tenant. */
export function TenantFacts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation('tenant');
  const { o, l, st, c } = tenant.subject;
  return (
    <Facts
      facts={[
        { label: t('field.code'), value: <Code text={tenant.code} what={t('field.code')} /> },
        { label: t('field.nameJa'), value: tenant.nameJa },
        { label: t('field.nameEn'), value: tenant.nameEn },
        { label: t('field.o'), value: o },
        { label: t('field.l'), value: l ?? '–' },
        { label: t('field.st'), value: st ?? '–' },
        { label: t('field.c'), value: c },
        { label: t('field.timeZone'), value: tenant.timeZone },
      ]}
    />
  );
}
