import { Button, Group, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { downloadPath } from '../../shared/format/downloadPath';
import { attributesOf, fingerprint, formatNumber, groupHex } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Code, CodeBlock } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Status } from '../../shared/ui/Status';
import { AuthorityStatus } from './AuthorityStatus';
import type { Authority, Crl } from './api';
import { OcspLines } from './OcspLines';

type Props = { readonly authority: Authority; readonly crls: readonly Crl[] };

/** One CA certificate in every form, with what is needed to tell it from another. */
export function AuthorityCard({ authority, crls }: Props) {
  const { t } = useTranslation('authority');
  return (
    <Card
      actions={<AuthorityStatus of={authority} />}
      order={3}
      title={`${authority.label}${authority.root ? ` — ${t('root')}` : ''}`}
    >
      <Group gap="sm">
        <Download href={authority.certificateUrl} label={t('download.der')} />
        <Download href={authority.pemUrl} label={t('download.pem')} />
        {!authority.root && (
          <>
            <Download href={authority.chainUrl} label={t('download.chain')} />
            <Download href={authority.pemChainUrl} label={t('download.pemChain')} />
          </>
        )}
        {authority.crlUrls.map((url, shard) => (
          <Download
            href={url}
            key={url}
            label={authority.crlUrls.length > 1 ? t('download.crlOf', { number: shard }) : t('download.crl')}
          />
        ))}
      </Group>
      <Tabs defaultValue="facts" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="facts">{t('tab.facts')}</Tabs.Tab>
          {authority.ocspUrl && <Tabs.Tab value="ocsp">OCSP</Tabs.Tab>}
          <Tabs.Tab value="pem">PEM</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts">
          <CertificateFacts authority={authority} crls={crls} />
        </Tabs.Panel>
        {authority.ocspUrl && (
          <Tabs.Panel value="ocsp">
            <OcspLines authority={authority} ocspUrl={authority.ocspUrl} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="pem">
          <CodeBlock text={authority.pem} what="PEM" />
        </Tabs.Panel>
      </Tabs>
    </Card>
  );
}

function Download({ href, label }: { href: string; label: string }) {
  return (
    <Button
      component="a"
      download
      href={downloadPath(href)}
      leftSection={<IconDownload aria-hidden="true" size={18} />}
      variant="default"
    >
      {label}
    </Button>
  );
}

function CertificateFacts({ authority, crls }: Props) {
  const { t } = useTranslation('authority');
  return (
    <Facts
      facts={[
        { label: t('fact.subject'), value: authority.subjectDn },
        !authority.root && { label: t('fact.issuer'), value: nameOf(authority.issuerDn) },
        {
          label: t('fact.validity'),
          value: (
            <>
              <DateTime at={authority.notBefore} only="date" /> – <DateTime at={authority.notAfter} only="date" />
            </>
          ),
        },
        { label: t('fact.key'), value: `${authority.keyDescription}, ${authority.signature}` },
        {
          label: t('fact.serial'),
          value: <Code copy={authority.serial} text={groupHex(authority.serial, 4, ' ')} what={t('fact.serial')} />,
        },
        { label: 'SHA-256', value: <Code text={fingerprint(authority.sha256)} what="SHA-256" /> },
        { label: 'SHA-1', value: <Code text={fingerprint(authority.sha1)} what="SHA-1" /> },
        ...authority.crlUrls.map((url, shard) => ({
          label: authority.crlUrls.length > 1 ? t('fact.crlUrlOf', { number: shard }) : t('fact.crlUrl'),
          value: <Code text={url} what={t('fact.crlUrl')} />,
        })),
        !!authority.ocspUrl && {
          label: t('ocsp.url'),
          value: <Code text={authority.ocspUrl} what={t('ocsp.url')} />,
        },
        crls.length > 0 && {
          label: t('fact.crl'),
          value: crls.map((crl) => <CrlFact crl={crl} key={crl.shard} />),
        },
      ]}
    />
  );
}

function CrlFact({ crl }: { crl: Crl }) {
  const { t } = useTranslation('authority');
  const language = useLanguage();
  return (
    <div>
      {t('crl', {
        count: crl.entries,
        number: formatNumber(crl.number, language),
        entries: formatNumber(crl.entries, language),
      })}{' '}
      {Date.parse(crl.nextUpdate) < Date.now() && <Status tone="bad">{t('crlOverdue')}</Status>}
      <br />
      {t('crlFrom')} <DateTime at={crl.thisUpdate} /> — {t('crlNext')} <DateTime at={crl.nextUpdate} />
    </div>
  );
}

function nameOf(dn: string): string {
  return attributesOf(dn).find(({ type }) => type === 'CN')?.value ?? dn;
}
