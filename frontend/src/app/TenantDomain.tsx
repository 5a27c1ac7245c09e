import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/types';
import { tenantQuery } from '../features/tenant/api';
import classes from './frame.module.css';
import { useIssuanceOffered } from './useIssuanceOffered';

/** For a tenant that is known by its domain (DN-005): the one that is registered, else its code. */
export function TenantDomain({ account }: { account: Schema<'Account'> }) {
  const { t } = useTranslation();
  const offered = useIssuanceOffered(account);
  const tenant = useQuery({ ...tenantQuery, enabled: offered }).data;
  // Others have asked for the tenant, too, so that it may be known here.
  if (!offered || !tenant) return null;
  return (
    <span className={classes.tenantDomain}>
      <span className={classes.tenantLabel}>{t('tenantDomain')}</span>
      {tenant.domains[0]?.name ?? tenant.code}
    </span>
  );
}
