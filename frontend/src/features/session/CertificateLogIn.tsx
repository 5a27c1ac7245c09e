import { Anchor, Button, Group } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fingerprint, groupHex } from '../../shared/format/text';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Entrance, type PresentedCertificate, useLogIn } from './api';
import { returnTo } from './returnTo';

type Props = { readonly entrance: Entrance; readonly to?: string | undefined };

export function CertificateLogIn({ entrance, to }: Props) {
  const presented: PresentedCertificate = entrance.presented ?? { code: 'M-CERT-NONE', message: '' };
  return presented.code === 'M-CERT-OK' ? (
    <Welcome portalUrl={entrance.portalUrl} presented={presented} to={to} />
  ) : (
    <Diagnosis portalUrl={entrance.portalUrl} presented={presented} />
  );
}

type WelcomeProps = {
  readonly presented: PresentedCertificate;
  readonly portalUrl: string;
  readonly to?: string | undefined;
};

function Welcome({ presented, portalUrl, to }: WelcomeProps) {
  const { t } = useTranslation('session');
  const router = useRouter();
  const logIn = useLogIn();
  const enter = () => logIn.mutate(undefined, { onSuccess: () => router.history.push(returnTo(to)) });
  return (
    <Page lead={t('welcome.lead')} title={t('welcome.title')} width="text">
      <Card title={presented.accountName ?? t('welcome.certificate')}>
        <PresentedFacts presented={presented} />
        <Button
          data-autofocus
          fullWidth
          leftSection={<IconLogin2 aria-hidden="true" size={22} />}
          loading={logIn.isPending}
          onClick={enter}
          size="lg"
        >
          {t('welcome.logIn')}
        </Button>
      </Card>
      {logIn.isError && <ProblemPanel error={logIn.error} />}
      <p>
        {t('welcome.notYou')} <Anchor href={portalUrl}>{t('toPortal')}</Anchor>
      </p>
    </Page>
  );
}

/** Which certificate was presented, why it cannot be used, and what to do. */
function Diagnosis({ presented, portalUrl }: { presented: PresentedCertificate; portalUrl: string }) {
  const { t } = useTranslation('session');
  const none = presented.code === 'M-CERT-NONE';
  return (
    <Page title={t('diagnosis.title')} width="text">
      <Callout title={presented.message || t(`diagnosis.reason.${presented.code}`)} tone="bad">
        <p>{presented.advice || t(`diagnosis.advice.${presented.code}`)}</p>
        <p>
          {t('diagnosis.code')} <code>{presented.code}</code>
        </p>
      </Callout>
      {!none && (
        <Card title={t('diagnosis.presented')}>
          <PresentedFacts presented={presented} />
        </Card>
      )}
      <Card title={none ? t('diagnosis.importTitle') : t('diagnosis.anotherTitle')}>
        <ol>
          {none && <li>{t('diagnosis.import')}</li>}
          <li>{t('diagnosis.close')}</li>
          <li>{t('diagnosis.choose')}</li>
          <li>{t('diagnosis.ask')}</li>
        </ol>
        <Group gap="lg">
          <Button component="a" href={portalUrl} variant="default">
            {t('toPortal')}
          </Button>
          <TextLink params={{ topic: 'log-in' }} to="/help/$topic">
            {t('diagnosis.help')}
          </TextLink>
        </Group>
      </Card>
    </Page>
  );
}

function PresentedFacts({ presented }: { presented: PresentedCertificate }) {
  const { t } = useTranslation('session');
  return (
    <Facts
      facts={[
        !!presented.subjectDn && { label: t('fact.subject'), value: presented.subjectDn },
        !!presented.issuerDn && { label: t('fact.issuer'), value: presented.issuerDn },
        !!presented.serial && {
          label: t('fact.serial'),
          value: <Code copy={presented.serial} text={groupHex(presented.serial, 4, ' ')} what={t('fact.serial')} />,
        },
        !!presented.notBefore && { label: t('fact.from'), value: <DateTime at={presented.notBefore} /> },
        !!presented.notAfter && { label: t('fact.until'), value: <DateTime at={presented.notAfter} relative /> },
        !!presented.fingerprint && {
          label: t('fact.fingerprint'),
          value: <Code text={fingerprint(presented.fingerprint)} what={t('fact.fingerprint')} />,
        },
      ]}
    />
  );
}
