import { Button, Group, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import type { CollectedFile, CollectionFormat, Enrolment } from './api';

/** Done: the file again while this page is open, and how to install it. */
type Props = { readonly file: CollectedFile; readonly format: CollectionFormat; readonly kind: Enrolment['kind'] };

export function Collected({ file, format, kind }: Props) {
  const { t } = useTranslation('enrolment');
  const keyFile = format === 'P12' || format === 'MOBILECONFIG';
  // Newer browsers answer a promise, which an effect must not return.
  useEffect(() => {
    scrollTo({ top: 0 });
  }, []);
  return (
    <>
      <Callout role="status" title={t('done.title')} tone="ok">
        <p>{t('done.text', { file: file.name })}</p>
        {keyFile && <p>{t('done.keyFile')}</p>}
        <Group>
          <Button
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            onClick={() => offerDownload(file.blob, file.name)}
            variant="default"
          >
            {t('done.again')}
          </Button>
        </Group>
      </Callout>
      {keyFile ? (
        <Group gap="lg">
          {format === 'MOBILECONFIG' ? (
            <TextLink params={{ topic: 'ios' }} to="/help/$topic">
              {t('done.ios')}
            </TextLink>
          ) : (
            <TextLink params={{ topic: 'p12' }} to="/help/$topic">
              {t('done.help')}
            </TextLink>
          )}
          <TextLink params={{ topic: 'p12-rejected' }} to="/help/$topic">
            {t('done.rejected')}
          </TextLink>
          <TextLink to="/test-certificate">{t('done.test')}</TextLink>
        </Group>
      ) : (
        <Install fileName={file.name} format={format} places={kind === 'CODE_SIGNING' ? SIGNERS : SERVERS} />
      )}
    </>
  );
}

const SERVERS = ['apache', 'nginx', 'iis', 'tomcat', 'openldap'] as const;
const SIGNERS = ['p12', 'windows'] as const;
type Place = (typeof SERVERS | typeof SIGNERS)[number];

type InstallProps = {
  readonly fileName: string;
  readonly format: CollectionFormat;
  /** Where such certificates are put, the most usual first. */
  readonly places: readonly [Place, ...Place[]];
};

function Install({ fileName, format, places }: InstallProps) {
  const { t } = useTranslation('enrolment');
  return (
    <Card title={t('install.title')}>
      <Tabs defaultValue={format === 'PKCS7' && places.includes('iis') ? 'iis' : places[0]}>
        <Tabs.List mb="md">
          {places.map((place) => (
            <Tabs.Tab key={place} value={place}>
              {t(`install.${place}.name`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {places.map((place) => (
          <Tabs.Panel key={place} value={place}>
            <p>{t(`install.${place}.text`)}</p>
            <CodeBlock text={commands(place, fileName)} what={t(`install.${place}.name`)} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <TextLink params={{ topic: 'install' }} to="/help/$topic">
        {t('install.help')}
      </TextLink>
    </Card>
  );
}

function commands(place: Place, file: string): string {
  switch (place) {
    case 'apache':
      return `SSLCertificateFile    /etc/ssl/certs/${file}\nSSLCertificateKeyFile /etc/ssl/private/server.key\n\napachectl configtest && systemctl reload apache2`;
    case 'nginx':
      return `ssl_certificate     /etc/nginx/tls/${file};\nssl_certificate_key /etc/nginx/tls/server.key;\n\nnginx -t && systemctl reload nginx`;
    case 'iis':
    case 'windows':
      return `certreq -accept ${file}`;
    case 'tomcat':
      return `openssl pkcs12 -export -in ${file} -inkey server.key \\\n  -name tomcat -out server.p12`;
    case 'openldap':
      return `dn: cn=config\nchangetype: modify\nreplace: olcTLSCertificateFile\nolcTLSCertificateFile: /etc/ldap/tls/${file}\n-\nreplace: olcTLSCertificateKeyFile\nolcTLSCertificateKeyFile: /etc/ldap/tls/server.key`;
    case 'p12':
      return `openssl pkcs12 -export -in ${file} -inkey signing.key \\\n  -name signing -out signing.p12`;
  }
}
