import { Button, Group } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DaysLeft } from '../../shared/ui/CertificateState';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ownCertificatesQuery } from './api';

/** Shown after the log-in while the present certificate can be renewed (HK-030). */
export function RenewalNoticePage({ to }: { to: string }) {
  const { t } = useTranslation('ownCertificate');
  const router = useRouter();
  const { certificates } = useSuspenseQuery(ownCertificatesQuery).data;
  const present = certificates.find((certificate) => certificate.present);
  return (
    <Page lead={t('notice.lead')} title={t('notice.title')} width="text">
      <Callout title={t('why.EXPIRES.title')} tone="warn">
        <p>{t('notice.text')}</p>
      </Callout>
      {present && (
        <Card title={t('present')}>
          <Facts
            facts={[
              { label: t('subject'), value: present.subjectDn },
              {
                label: t('notAfter'),
                value: (
                  <>
                    <DateTime at={present.notAfter} /> <DaysLeft notAfter={present.notAfter} status={present.status} />
                  </>
                ),
              },
            ]}
          />
        </Card>
      )}
      <Group gap="sm">
        <ButtonLink leftSection={<IconRefresh aria-hidden="true" size={22} />} size="lg" to="/own-certificate/run">
          {t('offer.RENEW.do')}
        </ButtonLink>
        <Button onClick={() => router.history.replace(to)} size="lg" variant="default">
          {t('notice.later')}
        </Button>
      </Group>
    </Page>
  );
}
