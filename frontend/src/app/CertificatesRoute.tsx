import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useMatch } from '@tanstack/react-router';
import { useState } from 'react';
import { CertificatesPage } from '../features/certificate/CertificatesPage';
import { RevokeSelection } from '../features/revocation/bulk/RevokeSelection';
import { listedKinds, may } from './rights';
import { useAccount } from './useAccount';
import { useDomains } from './useDomains';
import { useRevocationOffer } from './useRevocationOffer';
import { WIDE } from './wide';

/** The list, and beside it the certificate that is open; on a narrow screen one or the other. */
export function CertificatesRoute() {
  const account = useAccount();
  const offer = useRevocationOffer();
  const domains = useDomains();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const open = useMatch({ from: '/app/certificates/$id', shouldThrow: false });
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  return (
    <>
      {(wide || !open) && (
        <CertificatesPage
          domains={domains}
          kinds={listedKinds(account)}
          mayApply={may.serverCertificates(account)}
          mayListAll={may.register(account)}
          mayExport={may.lists(account)}
          openId={open?.params.id}
          selection={
            may.revokeMany(account, offer, 'SELECTION')
              ? {
                  keys: selected,
                  onChange: setSelected,
                  nameOf: ({ commonName }) => commonName,
                  isSelectable: ({ kind, status }) => status !== 'EXPIRED' && may.revokeKind(account, offer, kind),
                  actions: <RevokeSelection byOperator={false} certificates={[...selected]} />,
                }
              : undefined
          }
        />
      )}
      <Outlet />
    </>
  );
}
