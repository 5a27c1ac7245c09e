import { useTranslation } from 'react-i18next';
import { groupHex } from '../../shared/format/text';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import type { OwnConfirmation } from './api';
import { Compare } from './Compare';

/** What was acquired, to be compared with what the device shows, and how to go on (HK-014, HK-034, HK-038). It asks the server for nothing. */
export function CompletedPage({ confirmation }: { confirmation: OwnConfirmation | undefined }) {
  const { t } = useTranslation('ownCertificate');
  if (!confirmation) {
    return (
      <Page title={t('completed.title')} width="text">
        <EmptyState action={<ButtonLink to="/login">{t('completed.logIn')}</ButtonLink>} title={t('completed.nothing')}>
          {t('completed.nothingNext')}
        </EmptyState>
      </Page>
    );
  }
  const { certificate, superseded } = confirmation;
  return (
    <Page
      lead={t('completed.lead')}
      title={t(superseded.length > 0 ? 'completed.titleRenewed' : 'completed.title')}
      width="text"
    >
      <Card title={t('completed.about')}>
        <Facts
          facts={[
            !!certificate.organization && { label: t('completed.o'), value: certificate.organization },
            !!certificate.organizationalUnit && { label: t('completed.ou'), value: certificate.organizationalUnit },
            { label: t('completed.cn'), value: certificate.commonName },
            {
              label: t('serial'),
              value: <Code copy={certificate.serial} text={groupHex(certificate.serial, 4, ' ')} what={t('serial')} />,
            },
            { label: t('notAfter'), value: <DateTime at={certificate.notAfter} /> },
          ]}
        />
      </Card>
      {superseded.length > 0 && (
        <Card title={t('compare.title')}>
          <p>{t('compare.superseded')}</p>
          <Compare certificates={[certificate, ...superseded]} />
        </Card>
      )}
      <Callout title={t('completed.close')} tone="warn">
        <p>{t('completed.closeNext')}</p>
      </Callout>
    </Page>
  );
}
