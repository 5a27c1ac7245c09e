import {
  IconBan,
  IconBell,
  IconBuildingBank,
  IconCertificate,
  IconChartBar,
  IconFiles,
  IconHelpCircle,
  IconHistory,
  IconId,
  IconKey,
  IconLifebuoy,
  IconNetwork,
  IconPassword,
  IconUserSearch,
  IconWebhook,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ipAllowlistQuery } from '../features/ip-allowlist/api';
import type { Session } from '../features/session/api';
import { tenantQuery } from '../features/tenant/api';
import classes from './frame.module.css';
import { may } from './rights';

/** For an administrator who adds certificates: the few functions there are (DN-005), and folded away what is rare. */
export function ManagedNavigation({ session: { account, secret } }: { session: Session }) {
  const { t } = useTranslation();
  const revocation = useQuery(tenantQuery).data?.revocation;
  const restricts = useQuery(ipAllowlistQuery()).data?.combine;
  return (
    <>
      <ul className={classes.items}>
        <Item icon={IconCertificate} label={t('nav.clientCertificates')} to="/client-certificates" />
        <Item icon={IconHistory} label={t('nav.audit')} to="/audit" />
        {restricts && restricts !== 'OFF' && (
          <Item icon={IconNetwork} label={t('nav.ipAllowlist')} to="/ip-allowlist" />
        )}
        {secret && (
          <Item icon={IconPassword} label={t(secret.kind === 'PIN' ? 'nav.pin' : 'nav.password')} to="/password" />
        )}
        <Item icon={IconHelpCircle} label={t('nav.help')} to="/help" />
      </ul>
      <details className={classes.others}>
        <summary>{t('nav.otherFunctions')}</summary>
        <ul className={classes.items}>
          <Item icon={IconFiles} label={t('nav.allCertificates')} to="/certificates" />
          {may.bulkRevocations(account, revocation) && (
            <Item icon={IconBan} label={t('nav.revocations')} to="/revocations" />
          )}
          <Item icon={IconId} label={t('nav.ownTenant')} to="/tenant" />
          <Item icon={IconChartBar} label={t('nav.statistics')} to="/statistics" />
          <Item icon={IconUserSearch} label={t('nav.accounts')} to="/accounts" />
          <Item icon={IconLifebuoy} label={t('nav.deskActions')} to="/desk-actions" />
          <Item icon={IconBell} label={t('nav.notices')} to="/notices" />
          <Item icon={IconWebhook} label={t('nav.webhooks')} to="/webhooks" />
          <Item icon={IconKey} label={t('nav.apiTokens')} to="/tokens" />
          <Item icon={IconBuildingBank} label={t('nav.authorities')} to="/authorities" />
        </ul>
      </details>
    </>
  );
}

type To =
  | '/client-certificates'
  | '/audit'
  | '/ip-allowlist'
  | '/password'
  | '/help'
  | '/certificates'
  | '/revocations'
  | '/tenant'
  | '/statistics'
  | '/accounts'
  | '/desk-actions'
  | '/notices'
  | '/webhooks'
  | '/tokens'
  | '/authorities';

function Item({ icon: Icon, label, to }: { icon: typeof IconKey; label: string; to: To }) {
  return (
    <li>
      <Link
        activeOptions={{ includeSearch: false, exact: false }}
        activeProps={{ className: `${classes.item} ${classes.active}` }}
        inactiveProps={{ className: classes.item }}
        to={to}
      >
        <Icon aria-hidden="true" size={20} /> {label}
      </Link>
    </li>
  );
}
