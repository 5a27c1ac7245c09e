import { useMediaQuery } from '@mantine/hooks';
import { Outlet, useMatch } from '@tanstack/react-router';
import { useState } from 'react';
import { RevokeSelection } from '../features/revocation/bulk/RevokeSelection';
import { CertificateSearchPage } from '../features/revocation/key/CertificateSearchPage';
import { WIDE } from './wide';

/** What an operator searches for, and beside it the certificate that is open. */
export function CertificateSearchRoute() {
  const open = useMatch({ from: '/app/certificate-search/$id', shouldThrow: false });
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      {(wide || !open) && (
        <CertificateSearchPage
          openId={open?.params.id}
          selection={{
            keys: selected,
            onChange: setSelected,
            nameOf: ({ commonName }) => commonName,
            isSelectable: ({ status }) => status !== 'EXPIRED',
            actions: <RevokeSelection byOperator certificates={[...selected]} />,
          }}
        />
      )}
      <Outlet />
    </>
  );
}
