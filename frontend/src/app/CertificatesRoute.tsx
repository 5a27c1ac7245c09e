import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useMatch } from '@tanstack/react-router';
import { CertificatesPage } from '../features/certificate/CertificatesPage';
import { may } from './rights';
import { useAccount } from './useAccount';
import { WIDE } from './wide';

/** The list, and beside it the certificate that is open; on a narrow screen one or the other. */
export function CertificatesRoute() {
  const account = useAccount();
  const open = useMatch({ from: '/app/certificates/$id', shouldThrow: false });
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  return (
    <>
      {(wide || !open) && (
        <CertificatesPage
          mayApply={may.serverCertificates(account)}
          mayExport={may.lists(account)}
          openId={open?.params.id}
        />
      )}
      <Outlet />
    </>
  );
}
