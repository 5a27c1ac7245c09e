import { AppShell, Burger, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { RunningIssuance } from '../features/issuance-job/RunningIssuance';
import { RunningNotice } from '../features/request-file/RunningNotice';
import { RunningRevocations } from '../features/revocation/bulk/RunningRevocations';
import { type Session, useLogOut } from '../features/session/api';
import { timedOut } from '../features/session/end';
import { IdleWatch } from '../features/session/IdleWatch';
import { TimeZoneProvider } from '../shared/format/zone';
import { nameIn } from '../shared/i18n/nameIn';
import { useLanguage } from '../shared/i18n/useLanguage';
import { Loading } from '../shared/ui/Loading';
import { TextLink } from '../shared/ui/links';
import { ProblemPanel } from '../shared/ui/ProblemPanel';
import { Wordmark } from '../shared/ui/Wordmark';
import { AccountMenu } from './AccountMenu';
import classes from './frame.module.css';
import { Navigation } from './Navigation';
import { Offline } from './Offline';
import { may } from './rights';
import { LanguageSwitch, Settings } from './Settings';
import { TenantDomain } from './TenantDomain';
import { useIssuanceOffered } from './useIssuanceOffered';

const MailLanguage = lazy(() =>
  import('../features/notification/MailLanguage').then((module) => ({ default: module.MailLanguage })),
);

/** For whoever is logged in: navigation by role, whose session this is, and its end. */
export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const router = useRouter();
  const queries = useQueryClient();
  const logOut = useLogOut();
  const [open, menu] = useDisclosure(false);
  const issuanceOffered = useIssuanceOffered(session.account);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each navigation closes the menu of a narrow screen.
  useEffect(() => menu.close(), [pathname]);

  const { tenant } = session.account;
  // The promise, not a callback of the mutation: this frame is gone by the time the session is.
  const leave = () => {
    logOut.mutateAsync().then(
      () =>
        router.navigate({ to: '/logged-out', search: session.closeBrowserHint ? { close: 'yes' } : {}, replace: true }),
      () => undefined, // Shown below: nobody may believe to be logged out who is not.
    );
  };
  const ended = () => {
    const search = timedOut(queries, router.state.location.href);
    void router.navigate({ to: '/session-ended', search, replace: true });
  };

  return (
    <TimeZoneProvider value={tenant.timeZone}>
      <AppShell
        header={{ height: '4rem' }}
        navbar={{ width: '16rem', breakpoint: 'md', collapsed: { mobile: !open } }}
        padding={{ base: 'md', lg: 'xl' }}
      >
        <a className={classes.skip} href="#main">
          {t('skip')}
        </a>
        <AppShell.Header className={classes.header}>
          <Burger aria-label={t('menu.open')} hiddenFrom="md" onClick={menu.toggle} opened={open} size="sm" />
          <TextLink
            aria-label={`${t('product')} — ${t('toHome')}`}
            className={classes.brand}
            to="/home"
            underline="never"
          >
            <Wordmark />
          </TextLink>
          <span className={classes.tenant}>
            <span className={classes.tenantLabel}>{t(`tenantLabel.${tenant.label}`)}</span>
            {nameIn(language, tenant)}
            <TenantDomain account={session.account} />
          </span>
          <div className={classes.work}>
            {may.serverCertificates(session.account) && <RunningNotice />}
            {issuanceOffered && <RunningIssuance />}
            {may.register(session.account) || may.operate(session.account) ? <RunningRevocations /> : null}
          </div>
          <div className={classes.tools}>
            <LanguageSwitch />
            <Settings>
              <Suspense>
                <MailLanguage />
              </Suspense>
            </Settings>
            <AccountMenu session={session} />
            <Button
              aria-label={t('account.logOut')}
              className={classes.logOut}
              leftSection={<IconLogout aria-hidden="true" size={20} />}
              loading={logOut.isPending}
              onClick={leave}
              variant="default"
            >
              {t('account.logOut')}
            </Button>
          </div>
        </AppShell.Header>
        <AppShell.Navbar aria-label={t('menu.label')} className={classes.navbar}>
          <Navigation session={session} />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          <Offline />
          {logOut.isError && <ProblemPanel error={logOut.error} onRetry={leave} />}
          <Suspense fallback={<Loading lines={10} />}>
            <Outlet />
          </Suspense>
        </AppShell.Main>
        <IdleWatch idleEvent={session.idleEvent} idleTimeout={session.idleTimeout} onEnded={ended} onLogOut={leave} />
      </AppShell>
    </TimeZoneProvider>
  );
}
