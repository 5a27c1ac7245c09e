import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { ButtonLink } from '../../shared/ui/links';
import type { OwnIssuanceOffer } from './api';

/** Whether a certificate can be acquired or renewed here now, and what to do where it cannot. */
export function Offer({ offer: { state, opensAt } }: { offer: OwnIssuanceOffer }) {
  const { t } = useTranslation('ownCertificate');
  const open = state === 'ACQUIRE' || state === 'RENEW';
  return (
    <Callout title={t(`offer.${state}.title`)} tone={open ? 'warn' : 'info'}>
      <p>
        {t(`offer.${state}.text`)} {opensAt && <DateTime at={opensAt} relative />}
      </p>
      {open && (
        <div>
          <ButtonLink to="/own-certificate/run">{t(`offer.${state}.do`)}</ButtonLink>
        </div>
      )}
    </Callout>
  );
}
