import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { ButtonLink } from '../../shared/ui/links';

/** While there is no certificate: why one should have it (HK-010). */
export function AcquireInvitation() {
  const { t } = useTranslation('ownCertificate');
  return (
    <Callout title={t('invitation.title')} tone="info">
      <p>{t('invitation.text')}</p>
    </Callout>
  );
}

/** At the top right of the first page. */
export function AcquireButton() {
  const { t } = useTranslation('ownCertificate');
  return <ButtonLink to="/own-certificate/run">{t('offer.ACQUIRE.do')}</ButtonLink>;
}
