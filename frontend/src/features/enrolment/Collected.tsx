import { Button, Group, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CodeBlock } from '../../shared/ui/Code';
import { TextLink } from '../../shared/ui/links';
import type { CollectedFile, CollectionFormat } from './api';

/** Done: the file again while this page is open, and how to install it. */
export function Collected({ file, format }: { file: CollectedFile; format: CollectionFormat }) {
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
        <Install fileName={file.name} format={format} />
      )}
    </>
  );
}

const SERVERS = ['apache', 'nginx', 'iis', 'tomcat'] as const;

function Install({ fileName, format }: { fileName: string; format: CollectionFormat }) {
  const { t } = useTranslation('enrolment');
  return (
    <Card title={t('install.title')}>
      <Tabs defaultValue={format === 'PKCS7' ? 'iis' : 'apache'}>
        <Tabs.List mb="md">
          {SERVERS.map((server) => (
            <Tabs.Tab key={server} value={server}>
              {t(`install.${server}.name`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {SERVERS.map((server) => (
          <Tabs.Panel key={server} value={server}>
            <p>{t(`install.${server}.text`)}</p>
            <CodeBlock text={commands(server, fileName)} what={t(`install.${server}.name`)} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <TextLink params={{ topic: 'install' }} to="/help/$topic">
        {t('install.help')}
      </TextLink>
    </Card>
  );
}

function commands(server: (typeof SERVERS)[number], file: string): string {
  switch (server) {
    case 'apache':
      return `SSLCertificateFile    /etc/ssl/certs/${file}\nSSLCertificateKeyFile /etc/ssl/private/server.key\n\napachectl configtest && systemctl reload apache2`;
    case 'nginx':
      return `ssl_certificate     /etc/nginx/tls/${file};\nssl_certificate_key /etc/nginx/tls/server.key;\n\nnginx -t && systemctl reload nginx`;
    case 'iis':
      return `certreq -accept ${file}`;
    case 'tomcat':
      return `openssl pkcs12 -export -in ${file} -inkey server.key \\\n  -name tomcat -out server.p12`;
  }
}
