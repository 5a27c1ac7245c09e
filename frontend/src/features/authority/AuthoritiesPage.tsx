import { Button, Group, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { attributesOf, fingerprint, formatNumber, groupHex } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Code, CodeBlock } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status, type Tone } from '../../shared/ui/Status';
import { type Authority, authoritiesQuery, type Crl, crlsQuery } from './api';
import { downloadPath } from './downloadPath';

const TONE: Record<Authority['state'], Tone> = { ACTIVE: 'ok', RETIRED: 'idle', COMPROMISED: 'bad' };

/** CA certificates and CRLs for whoever relies on them. */
export function AuthoritiesPage() {
  const { t } = useTranslation('authority');
  const authorities = useQuery(authoritiesQuery);
  // The certificates are worth showing also when the lists cannot be had.
  const crls = useQuery(crlsQuery);
  return (
    <Page lead={t('lead')} title={t('title')} width="form">
      <Callout title={t('check.title')} tone="info">
        <p>{t('check.text')}</p>
      </Callout>
      {authorities.isPending && <Loading lines={10} />}
      {authorities.isError && <ProblemPanel error={authorities.error} onRetry={() => authorities.refetch()} />}
      {authorities.data?.length === 0 && <EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
      {authorities.data?.map((authority) => (
        <AuthorityCard
          authority={authority}
          crl={crls.data?.find((crl) => crl.authority === authority.name)}
          key={authority.name}
        />
      ))}
    </Page>
  );
}

type CardProps = { readonly authority: Authority; readonly crl: Crl | undefined };

function AuthorityCard({ authority, crl }: CardProps) {
  const { t } = useTranslation('authority');
  const language = useLanguage();
  const overdue = !!crl && Date.parse(crl.nextUpdate) < Date.now();
  const root = authority.subjectDn === authority.issuerDn;
  return (
    <Card
      actions={<Status tone={TONE[authority.state]}>{t(`state.${authority.state}`)}</Status>}
      title={`${authority.label}${root ? ` — ${t('root')}` : ''}`}
    >
      <Group gap="sm">
        <Button
          component="a"
          download
          href={downloadPath(authority.certificateUrl)}
          leftSection={<IconDownload aria-hidden="true" size={18} />}
          variant="default"
        >
          {t('download.der')}
        </Button>
        <Button
          component="a"
          download
          href={downloadPath(authority.pemUrl)}
          leftSection={<IconDownload aria-hidden="true" size={18} />}
          variant="default"
        >
          {t('download.pem')}
        </Button>
        <Button
          component="a"
          download
          href={downloadPath(authority.crlUrl)}
          leftSection={<IconDownload aria-hidden="true" size={18} />}
          variant="default"
        >
          {t('download.crl')}
        </Button>
      </Group>
      <Tabs defaultValue="facts" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="facts">{t('tab.facts')}</Tabs.Tab>
          <Tabs.Tab value="pem">PEM</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts">
          <Facts
            facts={[
              { label: t('fact.subject'), value: authority.subjectDn },
              !root && { label: t('fact.issuer'), value: nameOf(authority.issuerDn) },
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
                value: (
                  <Code copy={authority.serial} text={groupHex(authority.serial, 4, ' ')} what={t('fact.serial')} />
                ),
              },
              { label: 'SHA-256', value: <Code text={fingerprint(authority.sha256)} what="SHA-256" /> },
              { label: 'SHA-1', value: <Code text={fingerprint(authority.sha1)} what="SHA-1" /> },
              { label: t('fact.crlUrl'), value: <Code text={authority.crlUrl} what={t('fact.crlUrl')} /> },
              !!crl && {
                label: t('fact.crl'),
                value: (
                  <>
                    {t('crl', {
                      count: crl.entries,
                      number: formatNumber(crl.number, language),
                      entries: formatNumber(crl.entries, language),
                    })}{' '}
                    {overdue && <Status tone="bad">{t('crlOverdue')}</Status>}
                    <br />
                    {t('crlFrom')} <DateTime at={crl.thisUpdate} /> — {t('crlNext')} <DateTime at={crl.nextUpdate} />
                  </>
                ),
              },
            ]}
          />
        </Tabs.Panel>
        <Tabs.Panel value="pem">
          <CodeBlock text={authority.pem} what="PEM" />
        </Tabs.Panel>
      </Tabs>
    </Card>
  );
}

function nameOf(dn: string): string {
  return attributesOf(dn).find(({ type }) => type === 'CN')?.value ?? dn;
}
