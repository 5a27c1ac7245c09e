import { AuditPage } from '../features/audit/AuditPage';
import { may } from './rights';
import { useAccount } from './useAccount';

export function AuditRoute() {
  return <AuditPage everyTenant={may.operate(useAccount())} />;
}
