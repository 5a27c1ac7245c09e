import { Group } from '@mantine/core';
import { IconChevronRight, IconTestPipe } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { ButtonLink, TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { type Entrance, entranceQuery, type PresentedCertificate } from '../api';
import classes from '../session.module.css';
import { AnotherCertificate } from './AnotherCertificate';
import { GUIDE } from './guides';
import { PresentedFacts } from './PresentedFacts';

/** Whether the certificate on this device works (F-03, F-07): nothing is typed, and nobody is logged in. */
export function TestPage() {
  const { t } = useTranslation('session');
  const { data: entrance } = useSuspenseQuery(entranceQuery());
  return (
    <Page lead={t('test.lead')} title={t('test.title')} width="text">
      {entrance.entrance === 'PORTAL' ? (
        <Start certUrl={entrance.certUrl} />
      ) : (
        <Result entrance={entrance} presented={entrance.presented ?? { code: 'M-CERT-NONE', message: '' }} />
      )}
    </Page>
  );
}

/** Only the other entrance asks for certificates. */
function Start({ certUrl }: { certUrl: string }) {
  const { t } = useTranslation('session');
  return (
    <>
      <a className={classes.choice} href={`${certUrl}/test-certificate`}>
        <IconTestPipe aria-hidden="true" className={classes.choiceIcon} size="2.75rem" stroke={1.4} />
        <span className={classes.choiceText}>
          <span className={classes.choiceName}>{t('test.start')}</span>
          <span className={classes.choiceLine}>{t('test.startLine')}</span>
        </span>
        <IconChevronRight aria-hidden="true" size="1.75rem" />
      </a>
      <Card title={t('test.whatTitle')}>
        <ul>
          {(['sent', 'whose', 'valid'] as const).map((what) => (
            <li key={what}>{t(`test.what.${what}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Result({ entrance, presented }: { entrance: Entrance; presented: PresentedCertificate }) {
  const { t } = useTranslation('session');
  const { code } = presented;
  const logsIn = code === 'M-CERT-OK' || code === 'M-CERT-SITE';
  const works = logsIn || code === 'M-CERT-NO-ACCOUNT';
  return (
    <>
      {code === 'M-CERT-OK' && <Verdict next={t('test.okNext')} title={t('test.ok')} />}
      {code === 'M-CERT-SITE' && <Verdict next={t('test.siteNext')} title={t('test.site')} />}
      {code === 'M-CERT-NO-ACCOUNT' && <Verdict next={t('test.otherNext')} title={t('test.other')} />}
      {!works && (
        <Callout role="status" title={t(code === 'M-CERT-NONE' ? 'test.none' : 'test.bad')} tone="bad">
          <p>{presented.message || t(`diagnosis.reason.${code}`)}</p>
          <p>{presented.advice || t(`diagnosis.advice.${code}`)}</p>
          <p>
            {t('diagnosis.code')} <code>{code}</code>
          </p>
          <p>
            <TextLink params={{ topic: GUIDE[code] }} to="/help/$topic">
              {t('test.guide')}
            </TextLink>
          </p>
        </Callout>
      )}
      {code !== 'M-CERT-NONE' && (
        <Card title={t('diagnosis.presented')}>
          <PresentedFacts presented={presented} />
        </Card>
      )}
      <Card title={t('test.again')} tone={works ? 'sunken' : 'plain'}>
        <AnotherCertificate />
      </Card>
      <Group gap="lg">
        {logsIn && <ButtonLink to="/login">{t('test.logIn')}</ButtonLink>}
        <a href={entrance.portalUrl}>{t('test.portal')}</a>
      </Group>
    </>
  );
}

function Verdict({ title, next }: { title: string; next: string }) {
  return (
    <Callout role="status" title={title} tone="ok">
      <p>{next}</p>
    </Callout>
  );
}
