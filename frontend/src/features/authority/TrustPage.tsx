import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Page } from '../../shared/ui/Page';
import { useTrust } from './api';
import { CertificatesForm } from './CertificatesForm';

/** Certificates of authorities whose keys are elsewhere: an offline root, for instance. */
export function TrustPage() {
  const { t } = useTranslation('authority');
  const trust = useTrust();
  return (
    <Page
      lead={t('trust.lead')}
      title={t('trust.title')}
      trail={[{ label: t('lines.title'), to: '/authority-lines' }]}
      width="form"
    >
      {trust.isSuccess && (
        <Callout
          role="status"
          title={trust.data.length > 0 ? t('trust.done', { count: trust.data.length }) : t('trust.known')}
          tone="ok"
        >
          <ul>
            {trust.data.map((authority) => (
              <li key={authority.name}>{authority.label}</li>
            ))}
          </ul>
        </Callout>
      )}
      <Card>
        <CertificatesForm
          error={trust.error}
          isPending={trust.isPending}
          label={t('trust.do')}
          send={(certificates) => trust.mutate(certificates)}
        />
      </Card>
    </Page>
  );
}
