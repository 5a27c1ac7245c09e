import { BulkRevocationPage } from '../features/revocation/bulk/BulkRevocationPage';
import { BulkRevocationsPage } from '../features/revocation/bulk/BulkRevocationsPage';
import { NewBulkRevocationPage } from '../features/revocation/bulk/NewBulkRevocationPage';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useRevocationOffer } from './useRevocationOffer';

export function BulkRevocationsRoute() {
  const account = useAccount();
  const offer = useRevocationOffer();
  return <BulkRevocationsPage mayUpload={may.revokeMany(account, offer, 'CSV')} />;
}

export function NewBulkRevocationRoute() {
  return <NewBulkRevocationPage byOperator={may.operate(useAccount())} />;
}

export function BulkRevocationRoute() {
  const account = useAccount();
  return <BulkRevocationPage account={account.name} everyTenant={may.operate(account)} />;
}
