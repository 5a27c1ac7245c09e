import { AuditPage } from '../features/audit/AuditPage';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useIssuanceOffered } from './useIssuanceOffered';

export function AuditRoute() {
  const account = useAccount();
  const offered = useIssuanceOffered(account);
  return <AuditPage everyTenant={may.operate(account)} managed={offered} />;
}
