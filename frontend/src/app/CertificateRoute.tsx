import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CertificatePanel } from '../features/certificate/CertificatePanel';
import { RevokeButton } from '../features/revocation/RevokeButton';
import { Loading } from '../shared/ui/Loading';
import { TextLink } from '../shared/ui/links';
import { SidePanel } from '../shared/ui/SidePanel';
import { may } from './rights';
import { useAccount } from './useAccount';
import { WIDE } from './wide';

const route = getRouteApi('/app/certificates/$id');

export function CertificateRoute() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const navigate = route.useNavigate();
  const account = useAccount();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const panel = (
    <Suspense fallback={<Loading lines={10} />}>
      <CertificatePanel
        actions={(certificate) =>
          may.revoke(account) &&
          certificate.status !== 'REVOKED' &&
          certificate.status !== 'EXPIRED' && <RevokeButton certificate={certificate} />
        }
        headingOrder={wide ? 2 : 1}
        id={id}
        key={id}
      />
    </Suspense>
  );
  return wide ? (
    <SidePanel
      label={t('kind.SERVER')}
      onClose={() => navigate({ to: '/certificates', search: true, resetScroll: false })}
    >
      {panel}
    </SidePanel>
  ) : (
    <>
      <p style={{ marginTop: 0 }}>
        <TextLink search={true} to="/certificates">
          ‹ {t('nav.certificates')}
        </TextLink>
      </p>
      {panel}
    </>
  );
}
