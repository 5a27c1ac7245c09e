import { Button } from '@mantine/core';
import { IconCertificate, IconLogin2, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { DateTime } from '../../../shared/ui/DateTime';
import { ButtonLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import type { Entrance, LogInMethod, PresentedCertificate } from '../api';
import classes from '../session.module.css';
import { AnotherCertificate } from './AnotherCertificate';
import { LogInFailure } from './LogInFailure';
import { LogInForm } from './LogInForm';
import { asksForSecret, proves } from './methods';
import { PresentedFacts } from './PresentedFacts';
import type { Enter } from './useEnter';

type Props = {
  readonly entrance: Entrance;
  readonly presented: PresentedCertificate;
  /** The ways this certificate opens. */
  readonly methods: readonly LogInMethod[];
  readonly enter: Enter;
};

/** Whose certificate is in use (AT-73), and what else is asked for: nothing, a password or PIN, or for the site's certificate an ID, too. */
export function CertificateLogIn({ entrance, presented, methods, enter }: Props) {
  const { t } = useTranslation('session');
  const alone = methods.every((method) => !asksForSecret(method));
  // The password field may stay empty: the page that follows asks for it (SC-084).
  const renews = presented.next?.includes('RENEW') === true;
  const site = methods.some((method) => proves(method, 'SITE_CERT'));
  return (
    <Page
      lead={t(site ? 'welcome.leadSite' : alone ? 'welcome.lead' : 'welcome.leadSecret')}
      title={t(site ? 'welcome.titleSite' : 'welcome.title')}
      width="text"
    >
      <div className={classes.inUse}>
        <IconCertificate aria-hidden="true" className={classes.choiceIcon} size="2.75rem" stroke={1.4} />
        <div>
          <p className={classes.inUseName}>
            {presented.accountName ?? presented.subjectDn ?? (site && t('welcome.siteCertificate'))}
            {presented.loginId && <span className={classes.inUseId}>{presented.loginId}</span>}
          </p>
          {presented.notAfter && (
            <p className={classes.note}>
              {t('fact.until')} <DateTime at={presented.notAfter} relative />
            </p>
          )}
        </div>
      </div>
      {presented.renewable && (
        <Callout title={t('welcome.renewable')} tone="warn">
          <p>{t(renews ? 'welcome.renewNow' : 'welcome.renewableNext')}</p>
        </Callout>
      )}
      {presented.newer && (
        <Callout title={t('welcome.newer')} tone="warn">
          <p>
            {t(presented.newer.used ? 'welcome.newerUsed' : 'welcome.newerUnused')}{' '}
            <DateTime at={presented.newer.notAfter} />
          </p>
        </Callout>
      )}
      {alone ? (
        <>
          {enter.logIn.isError && <LogInFailure error={enter.logIn.error} />}
          <Button
            data-autofocus
            fullWidth
            leftSection={<IconLogin2 aria-hidden="true" size={22} />}
            loading={enter.logIn.isPending}
            onClick={() => enter.with({})}
            size="lg"
          >
            {t('welcome.logIn')}
          </Button>
        </>
      ) : (
        <LogInForm
          beside={
            renews && (
              <ButtonLink
                leftSection={<IconRefresh aria-hidden="true" size={22} />}
                size="lg"
                to="/renew"
                variant="default"
              >
                {t('welcome.renew')}
              </ButtonLink>
            )
          }
          enter={enter}
          entrance={entrance}
          methods={methods}
          withId={site}
        />
      )}
      <div className={classes.folded}>
        <details className={classes.more}>
          <summary>{t('welcome.details')}</summary>
          <Card>
            <PresentedFacts presented={presented} />
          </Card>
        </details>
        <details className={classes.more}>
          <summary>{t('welcome.another')}</summary>
          <Card>
            <AnotherCertificate />
            <p>
              <a href={entrance.portalUrl}>{t('toPortal')}</a>
            </p>
          </Card>
        </details>
      </div>
    </Page>
  );
}
