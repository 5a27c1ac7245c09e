import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, getRouteApi, useRouter } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { problemKind } from '../api/problems';
import { CertificatePanel } from '../features/certificate/CertificatePanel';
import { RevokeButton } from '../features/revocation/RevokeButton';
import { Loading } from '../shared/ui/Loading';
import { TextLink } from '../shared/ui/links';
import { ProblemPanel } from '../shared/ui/ProblemPanel';
import { SidePanel } from '../shared/ui/SidePanel';
import { may } from './rights';
import { useAccount } from './useAccount';
import { WIDE } from './wide';

const route = getRouteApi('/app/certificates/$id');

export function CertificateRoute() {
  const { id } = route.useParams();
  const account = useAccount();
  return (
    <BesideTheList>
      {(headingOrder) => (
        <Suspense fallback={<Loading lines={10} />}>
          <CertificatePanel
            actions={(certificate) =>
              may.revoke(account) &&
              certificate.status !== 'REVOKED' &&
              certificate.status !== 'EXPIRED' && <RevokeButton certificate={certificate} />
            }
            headingOrder={headingOrder}
            id={id}
            key={id}
          />
        </Suspense>
      )}
    </BesideTheList>
  );
}

/** The list stays; only the panel says that it has nothing to show. */
export function CertificateFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const again = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  const gone = problemKind(error) === 'notFound';
  return (
    <BesideTheList>
      {(headingOrder) => (
        <>
          <Title mb="md" order={headingOrder}>
            {gone ? t('problem.notFound.title') : t('failed.title')}
          </Title>
          <ProblemPanel error={error} onRetry={gone ? undefined : again} />
        </>
      )}
    </BesideTheList>
  );
}

function BesideTheList({ children }: { children: (headingOrder: 1 | 2) => ReactNode }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  return wide ? (
    <SidePanel
      label={t('kind.SERVER')}
      onClose={() => navigate({ to: '/certificates', search: (before) => before, resetScroll: false })}
    >
      {children(2)}
    </SidePanel>
  ) : (
    <>
      <p>
        <TextLink search={(before) => before} to="/certificates">
          ‹ {t('nav.certificates')}
        </TextLink>
      </p>
      {children(1)}
    </>
  );
}
