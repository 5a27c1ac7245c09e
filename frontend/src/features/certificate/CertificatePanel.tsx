import { Button, Group, Tabs, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { attributesOf, fingerprint, groupHex } from '../../shared/format/text';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Code, CodeBlock } from '../../shared/ui/Code';
import { Facts } from '../../shared/ui/Facts';
import { TextLink } from '../../shared/ui/links';
import { useDocumentTitle } from '../../shared/ui/Page';
import { useAttributeName } from '../../shared/ui/useAttributeName';
import { type CertificateDetail, certificateQuery, downloadUrl } from './api';
import { Chain } from './Chain';
import classes from './certificate.module.css';
import { Muting } from './Muting';
import { Renewals } from './Renewals';
import { RevocationFacts } from './RevocationFacts';
import { Sentence } from './Sentence';
import { Timeline } from './Timeline';
import { useFollowRevocation } from './useFollowRevocation';
import { Validity } from './Validity';

type Props = {
  readonly id: string;
  /** 1 when the panel is the whole page. */
  readonly headingOrder: 1 | 2;
  /** What may be done with the certificate beside downloading it. */
  readonly actions?: (certificate: CertificateDetail) => ReactNode;
  /** Whether notices of its expiry may be stopped. */
  readonly mayMute?: boolean;
  /** Whether the operation history may be read. */
  readonly mayAudit?: boolean;
};

export function CertificatePanel({ id, headingOrder, actions, mayMute = false, mayAudit = false }: Props) {
  const { t } = useTranslation(['certificate', 'common']);
  const language = useLanguage();
  const { data: certificate } = useSuspenseQuery(certificateQuery(id));
  useDocumentTitle(certificate.commonName);
  useFollowRevocation(certificate);
  return (
    <div className={classes.panel}>
      <div>
        <p className={classes.kind}>
          {[
            t(`common:kind.${certificate.kind}`),
            certificate.profileName ?? certificate.profile,
            certificate.tenant && nameIn(language, certificate.tenant),
          ]
            .filter(Boolean)
            .join(' — ')}
        </p>
        <Title className={classes.heading} order={headingOrder} size="h1">
          {certificate.commonName}
        </Title>
      </div>
      <Sentence certificate={certificate} />
      <Validity certificate={certificate} />
      <Group gap="sm">
        <Download href={downloadUrl(id, 'certificate.pem')} label={t('download.certificate')} />
        <Download href={downloadUrl(id, 'chain.pem')} label={t('download.chain')} />
        {actions?.(certificate)}
      </Group>
      <Tabs defaultValue="overview" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="overview">{t('tab.overview')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('tab.text')}</Tabs.Tab>
          <Tabs.Tab value="pem">PEM</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <Overview certificate={certificate} mayAudit={mayAudit} mayMute={mayMute} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <CodeBlock text={certificate.text} what={t('tab.text')} />
        </Tabs.Panel>
        <Tabs.Panel value="pem">
          <CodeBlock text={certificate.pem} what="PEM" />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Download({ href, label }: { href: string; label: string }) {
  return (
    <Button
      component="a"
      download
      href={href}
      leftSection={<IconDownload aria-hidden="true" size={18} />}
      variant="default"
    >
      {label}
    </Button>
  );
}

type OverviewProps = { certificate: CertificateDetail; mayMute: boolean; mayAudit: boolean };

function Overview({ certificate, mayMute, mayAudit }: OverviewProps) {
  const { t } = useTranslation(['certificate', 'common']);
  const order = 3;
  const attributeName = useAttributeName();
  return (
    <div className={classes.panel}>
      {certificate.revocation && (
        <Card order={order} title={t('section.revocation')}>
          <RevocationFacts revocation={certificate.revocation} />
        </Card>
      )}
      <Card order={order} title={t('section.history')}>
        <Timeline certificate={certificate} />
        {mayAudit && (
          <TextLink search={{ target: certificate.id }} to="/audit">
            {t('timeline.all')}
          </TextLink>
        )}
      </Card>
      {(certificate.renews || certificate.renewedBy) && (
        <Card order={order} title={t('section.renewals')}>
          <Renewals certificate={certificate} />
        </Card>
      )}
      {(certificate.status === 'ISSUED' || certificate.status === 'WAITING_FOR_DOWNLOAD') && (
        <Card order={order} title={t('section.mute')}>
          <Muting certificate={certificate} mayMute={mayMute} />
        </Card>
      )}
      <Card order={order} title={t('section.subject')}>
        <Facts
          facts={[
            ...attributesOf(certificate.subjectDn).map(({ type, value }) => ({ label: attributeName(type), value })),
            {
              label: t('fact.names'),
              value: certificate.dnsNames.length ? (
                <ul className={classes.names}>
                  {certificate.dnsNames.map((name) => (
                    <li key={name}>{name}</li>
                  ))}
                </ul>
              ) : (
                t('common:none')
              ),
            },
            { label: t('fact.dn'), value: <Code text={certificate.subjectDn} what={t('fact.dn')} /> },
          ]}
        />
      </Card>
      {certificate.subscriber && (
        <Card order={order} title={t('section.subscriber')}>
          <Facts
            facts={[
              !!certificate.subscriber.name && { label: t('fact.name'), value: certificate.subscriber.name },
              !!certificate.subscriber.unit && { label: t('fact.unit'), value: certificate.subscriber.unit },
              { label: t('fact.email'), value: certificate.subscriber.email },
              !!certificate.subscriber.software && {
                label: t('fact.software'),
                value: certificate.subscriber.software,
              },
            ]}
          />
        </Card>
      )}
      <Card order={order} title={t('section.identity')}>
        <Facts
          facts={[
            {
              label: t('fact.serial'),
              value: (
                <Code copy={certificate.serial} text={groupHex(certificate.serial, 4, ' ')} what={t('fact.serial')} />
              ),
            },
            {
              label: t('fact.serialDecimal'),
              value: <Code text={certificate.serialDecimal} what={t('fact.serialDecimal')} />,
            },
            { label: t('fact.key'), value: certificate.keyDescription },
            { label: t('fact.signature'), value: certificate.signature },
            {
              label: t('fact.sha256'),
              value: <Code text={fingerprint(certificate.sha256)} what={t('fact.sha256')} />,
            },
            { label: t('fact.sha1'), value: <Code text={fingerprint(certificate.sha1)} what={t('fact.sha1')} /> },
            !!certificate.requestFile &&
              !certificate.tenant && {
                label: t('fact.requestFile'),
                value: (
                  <TextLink params={{ id: certificate.requestFile.id }} to="/request-files/$id">
                    {t('fact.requestFileLine', { line: certificate.requestFile.line })}
                  </TextLink>
                ),
              },
          ]}
        />
      </Card>
      <Card order={order} title={t('section.chain')}>
        <Chain certificate={certificate} />
      </Card>
    </div>
  );
}
