import { Announcements } from '../features/announcement/Announcements';
import { ManagementPage } from '../features/issuance-job/ManagementPage';
import { RevokeNamed } from '../features/revocation/bulk/RevokeNamed';
import { SessionWarnings } from '../features/session/SessionWarnings';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useRevocationOffer } from './useRevocationOffer';

/** Certificates against licences, with what the policy says about ending them. */
export function ManagementRoute() {
  const account = useAccount();
  const revocation = useRevocationOffer();
  return (
    <ManagementPage
      mayRevokeByFile={may.revokeMany(account, revocation, 'CSV')}
      revoke={(selected, onRevoked) =>
        may.revokeMany(account, revocation, 'SELECTION') && (
          <RevokeNamed certificates={selected} onRevoked={onRevoked} />
        )
      }
      warnings={
        <>
          <Announcements />
          <SessionWarnings />
        </>
      }
    />
  );
}
