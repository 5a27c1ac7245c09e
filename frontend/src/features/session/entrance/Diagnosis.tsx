import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import type { Entrance, PresentedCertificate } from '../api';
import { AnotherCertificate } from './AnotherCertificate';
import { GUIDE } from './guides';
import { NextSteps } from './NextSteps';
import { PresentedFacts } from './PresentedFacts';

type Props = {
  readonly entrance: Entrance;
  readonly presented: PresentedCertificate;
  /** Whose entrance it is, where it names somebody's. */
  readonly tenant?: string | undefined;
  readonly to?: string | undefined;
};

/** Which certificate was presented, why it cannot be used, and what to do (M-CERT-*). */
export function Diagnosis({ entrance, presented, tenant, to }: Props) {
  const { t } = useTranslation('session');
  const { code } = presented;
  const none = code === 'M-CERT-NONE';
  // A certificate that is good, of somebody whose policy asks for another way.
  const unwanted = code === 'M-CERT-OK' || code === 'M-CERT-SITE';
  const byId = entrance.methods.some((method) => method.entrance === 'PORTAL');
  const portal = to ? `${entrance.portalUrl}/login?${new URLSearchParams({ to })}` : entrance.portalUrl;
  return (
    <Page title={none ? t('diagnosis.noneTitle') : t('diagnosis.title')} width="text">
      <Callout
        title={unwanted ? t('diagnosis.unwanted') : presented.message || t(`diagnosis.reason.${code}`)}
        tone="bad"
      >
        <p>{unwanted ? t('diagnosis.unwantedNext') : presented.advice || t(`diagnosis.advice.${code}`)}</p>
        <p>
          {t('diagnosis.code')} <code>{code}</code>
        </p>
      </Callout>
      <NextSteps entrance={entrance} presented={presented} />
      {!none && (
        <Card title={t('diagnosis.presented')}>
          <PresentedFacts presented={presented} />
        </Card>
      )}
      {none && (
        <Card title={t('diagnosis.importTitle')}>
          <ol>
            <li>{t('diagnosis.import')}</li>
            <li>{t('diagnosis.close')}</li>
            <li>{t('diagnosis.choose')}</li>
          </ol>
        </Card>
      )}
      <Card title={none ? t('diagnosis.importedTitle') : t('diagnosis.anotherTitle')}>
        <AnotherCertificate />
        {tenant && code === 'M-CERT-FOREIGN' && (
          <p>
            <TextLink search={to ? { to } : {}} to="/login">
              {t('diagnosis.elsewhere')}
            </TextLink>
          </p>
        )}
        <p>{t('diagnosis.ask')}</p>
      </Card>
      <Group gap="lg">
        <Button component="a" href={portal} variant="default">
          {t(byId ? 'diagnosis.byId' : 'toPortal')}
        </Button>
        <TextLink params={{ topic: GUIDE[code] }} to="/help/$topic">
          {t('diagnosis.help')}
        </TextLink>
        <TextLink to="/test-certificate">{t('diagnosis.test')}</TextLink>
      </Group>
    </Page>
  );
}
