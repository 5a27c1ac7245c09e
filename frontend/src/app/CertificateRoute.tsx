import { Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { problemKind } from '../api/problems';
import type { Schema } from '../api/types';
import { authoritiesQuery } from '../features/authority/api';
import { CertificatePanel } from '../features/certificate/CertificatePanel';
import { RevokeButton } from '../features/revocation/RevokeButton';
import { Loading } from '../shared/ui/Loading';
import { TextLink } from '../shared/ui/links';
import { ProblemPanel } from '../shared/ui/ProblemPanel';
import { SidePanel } from '../shared/ui/SidePanel';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useRevocationOffer } from './useRevocationOffer';
import { WIDE } from './wide';

/** A certificate beside the list it was opened from: that of the own tenant, or what an operator searched for. */
export function CertificateRoute() {
  const { id = '' } = useParams({ strict: false });
  const account = useAccount();
  const offer = useRevocationOffer();
  const authorities = useQuery({ ...authoritiesQuery, enabled: may.operate(account) });
  /** What ends an authority that issues is on its own page. */
  const isInUse = ({ profile, sha256 }: Schema<'CertificateDetail'>) =>
    profile === 'authority' && !authorities.data?.some((one) => one.sha256 === sha256 && one.state !== 'ACTIVE');
  return (
    <BesideTheList>
      {(headingOrder) => (
        <Suspense fallback={<Loading lines={10} />}>
          <CertificatePanel
            actions={(certificate) =>
              may.revokeKind(account, offer, certificate.kind) &&
              !isInUse(certificate) && <RevokeButton byOperator={may.operate(account)} certificate={certificate} />
            }
            headingOrder={headingOrder}
            id={id}
            key={id}
            mayAudit={may.audit(account)}
            mayMute={!may.operate(account)}
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
  const navigate = useNavigate();
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const operator = may.operate(useAccount());
  const list = operator ? '/certificate-search' : '/certificates';
  return wide ? (
    <SidePanel label={t('kind.certificate')} onClose={() => navigate({ to: list, search: true, resetScroll: false })}>
      {children(2)}
    </SidePanel>
  ) : (
    <>
      <p>
        <TextLink search={true} to={list}>
          ‹ {t(operator ? 'nav.certificateSearch' : 'nav.certificates')}
        </TextLink>
      </p>
      {children(1)}
    </>
  );
}
