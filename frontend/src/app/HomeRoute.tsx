import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/types';
import { Announcements } from '../features/announcement/Announcements';
import { RecentReissues } from '../features/desk/RecentReissues';
import { HomePage } from '../features/home/HomePage';
import { BusinessMenu } from '../features/own-account/BusinessMenu';
import { Identity } from '../features/own-account/Identity';
import { AcquireButton, AcquireInvitation } from '../features/own-certificate/AcquireInvitation';
import { RenamedNotice, RenewalLink } from '../features/own-certificate/RenewalNotice';
import { useSession } from '../features/session/api';
import { LogIns } from '../features/session/LogIns';
import { SessionWarnings } from '../features/session/SessionWarnings';
import { RegisteredValues } from '../features/tenant/RegisteredValues';
import { functionsQuery } from '../features/user/api';
import { useLanguage } from '../shared/i18n/useLanguage';
import { Card } from '../shared/ui/Card';
import { TextLink } from '../shared/ui/links';
import { may } from './rights';
import { FontSize } from './Settings';
import { useAccount } from './useAccount';
import { useIssuanceOffered } from './useIssuanceOffered';

export function HomeRoute() {
  const { t } = useTranslation();
  const account = useAccount();
  const session = useSession();
  const language = useLanguage();
  const functions = useQuery({ ...functionsQuery(language), enabled: may.haveFunctions(account) }).data;
  const people = functions !== undefined && functions.matrix !== 'NONE';
  const issuanceOffered = useIssuanceOffered(account);
  // Whoever adds certificates has come for that.
  if (issuanceOffered) return <Navigate replace to="/client-certificates" />;
  return (
    <HomePage
      account={account}
      actions={session?.mayAcquire && <AcquireButton />}
      aside={
        <>
          {people && <Identity account={account} />}
          <LogIns />
          {may.serverCertificates(account) && <RegisteredValues />}
          {people && (
            <Card title={t('settings.fontSize')}>
              <FontSize label={t('settings.fontSize')} />
            </Card>
          )}
        </>
      }
      history={may.audit(account)}
      kinds={may.requestKinds(account)}
      news={
        <>
          <Announcements always={people} />
          {people && <BusinessMenu groups={functions.groups} pageOf={pageOf} />}
          {may.manageUsers(account) && <RecentReissues />}
        </>
      }
      users={people && may.manageUsers(account)}
      title={people ? t('nav.top') : undefined}
      warnings={
        <>
          {session?.mayAcquire && <AcquireInvitation />}
          <RenamedNotice />
          <SessionWarnings renewal={<RenewalLink />} />
        </>
      }
    />
  );
}

/** Where a function has a page here: the sample of the trading system, and what administrators set. */
function pageOf(code: Schema<'BusinessFunction'>, title: string): ReactNode {
  switch (code) {
    case 'FORWARD_TRADE':
      return (
        <TextLink search={{ kind: 'RATE' }} to="/trading">
          {title}
        </TextLink>
      );
    case 'LEAVE_ORDER':
      return (
        <TextLink search={{ kind: 'LEAVE' }} to="/trading">
          {title}
        </TextLink>
      );
    case 'CONFIRM':
      return <TextLink to="/trading/confirmation">{title}</TextLink>;
    case 'TRADE_MANAGEMENT':
      return <TextLink to="/trading/trades">{title}</TextLink>;
    case 'USER_RESTRICTIONS':
      return <TextLink to="/users">{title}</TextLink>;
    default:
      return undefined;
  }
}
