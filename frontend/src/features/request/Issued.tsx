import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { groupHex } from '../../shared/format/text';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Code, CodeBlock } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import type { IssuedCertificate } from './api';

export function Issued({ certificate, onAnother }: { certificate: IssuedCertificate; onAnother: () => void }) {
  const { t } = useTranslation('request');
  // Newer browsers answer a promise, which an effect must not return.
  useEffect(() => {
    scrollTo({ top: 0 });
  }, []);
  return (
    <Page title={t('issued.title')} width="form">
      <Callout role="status" title={certificate.subjectDn} tone="ok">
        <p>{t('issued.text')}</p>
      </Callout>
      <Card>
        <Facts
          facts={[
            {
              label: t('issued.serial'),
              value: (
                <Code copy={certificate.serial} text={groupHex(certificate.serial, 4, ' ')} what={t('issued.serial')} />
              ),
            },
            { label: t('issued.from'), value: <DateTime at={certificate.notBefore} /> },
            { label: t('issued.until'), value: <DateTime at={certificate.notAfter} relative /> },
          ]}
        />
        <CodeBlock text={certificate.pem} what="PEM" />
        <Group gap="sm">
          <ButtonLink params={{ id: certificate.id }} to="/certificates/$id">
            {t('issued.show')}
          </ButtonLink>
          <Button onClick={onAnother} variant="default">
            {t('issued.another')}
          </Button>
        </Group>
      </Card>
    </Page>
  );
}
