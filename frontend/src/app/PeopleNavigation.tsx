import {
  IconBan,
  IconBell,
  IconBuildingBank,
  IconCertificate,
  IconChartBar,
  IconCoins,
  IconFiles,
  IconHelpCircle,
  IconHistory,
  IconHome,
  IconId,
  IconKey,
  IconLifebuoy,
  IconNetwork,
  IconPassword,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../features/session/api';
import classes from './frame.module.css';
import { may } from './rights';

type Props = {
  readonly session: Session;
  /** Whether there is a sample of the trading system to go to. */
  readonly trading: boolean;
  /** Whether the policy has a way to revoke many at once. */
  readonly revokes: boolean;
  readonly restricts: boolean;
};

/** For the people of a tenant whose users have a table of permissions: a bank's customers. */
export function PeopleNavigation({ session, trading, revokes, restricts }: Props) {
  const { t } = useTranslation();
  const { account, secret } = session;
  const administers = account.role === 'ADMINISTRATOR';
  return (
    <ul className={classes.items}>
      <Item icon={<IconHome {...ICON} />} label={t('nav.top')} to="/home" />
      {may.ownTenant(account) && (
        <Item
          icon={<IconId {...ICON} />}
          label={t('nav.tenantInformation', { label: t(`tenantLabel.${account.tenant.label}`) })}
          to="/tenant"
        />
      )}
      {trading && <Item icon={<IconCoins {...ICON} />} label={t('nav.trading')} to="/trading" />}
      {administers && (
        <>
          <Item icon={<IconUsers {...ICON} />} label={t('nav.users')} to="/users" />
          <Item icon={<IconLifebuoy {...ICON} />} label={t('nav.deskActions')} to="/desk-actions" />
        </>
      )}
      {(session.certificate || session.mayAcquire) && (
        <Item icon={<IconCertificate {...ICON} />} label={t('nav.ownCertificate')} to="/own-certificate" />
      )}
      {administers && (
        <li>
          <span className={classes.section} id="nav-inquiries">
            {t('nav.inquiries')}
          </span>
          <ul aria-labelledby="nav-inquiries" className={classes.items}>
            <Item icon={<IconFiles {...ICON} />} label={t('nav.certificates')} to="/certificates" />
            {revokes && <Item icon={<IconBan {...ICON} />} label={t('nav.revocations')} to="/revocations" />}
            <Item icon={<IconHistory {...ICON} />} label={t('nav.audit')} to="/audit" />
            <Item icon={<IconBell {...ICON} />} label={t('nav.notices')} to="/notices" />
            {may.statistics(account) && (
              <Item icon={<IconChartBar {...ICON} />} label={t('nav.statistics')} to="/statistics" />
            )}
          </ul>
        </li>
      )}
      {restricts && <Item icon={<IconNetwork {...ICON} />} label={t('nav.ipAllowlist')} to="/ip-allowlist" />}
      {may.webhooks(account) && <Item icon={<IconWebhook {...ICON} />} label={t('nav.webhooks')} to="/webhooks" />}
      {may.apiTokens(account) && <Item icon={<IconKey {...ICON} />} label={t('nav.apiTokens')} to="/tokens" />}
      {secret && (
        <Item
          icon={<IconPassword {...ICON} />}
          label={t(secret.kind === 'PIN' ? 'nav.pin' : 'nav.password')}
          to="/password"
        />
      )}
      <li className={classes.apart}>
        <ItemLink icon={<IconBuildingBank {...ICON} />} label={t('nav.authorities')} to="/authorities" />
      </li>
      <Item icon={<IconHelpCircle {...ICON} />} label={t('nav.help')} to="/help" />
    </ul>
  );
}

const ICON = { 'aria-hidden': true, size: 20 } as const;

type ItemProps = { readonly icon: ReactNode; readonly label: string; readonly to: LinkProps['to'] };

function Item(props: ItemProps) {
  return (
    <li>
      <ItemLink {...props} />
    </li>
  );
}

function ItemLink({ icon, label, to }: ItemProps) {
  return (
    <Link
      activeOptions={{ exact: to === '/home', includeSearch: false }}
      activeProps={{ className: `${classes.item} ${classes.active}` }}
      inactiveProps={{ className: classes.item }}
      to={to as '/home'}
    >
      {icon} {label}
    </Link>
  );
}
