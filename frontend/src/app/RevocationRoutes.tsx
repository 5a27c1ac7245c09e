import { useTranslation } from 'react-i18next';
import { BulkRevocationPage } from '../features/revocation/bulk/BulkRevocationPage';
import { BulkRevocationsPage } from '../features/revocation/bulk/BulkRevocationsPage';
import { NewBulkRevocationPage } from '../features/revocation/bulk/NewBulkRevocationPage';
import { EmptyState } from '../shared/ui/EmptyState';
import { ButtonLink } from '../shared/ui/links';
import { Page } from '../shared/ui/Page';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useIssuanceOffered } from './useIssuanceOffered';
import { useRevocationOffer } from './useRevocationOffer';

export function BulkRevocationsRoute() {
  const account = useAccount();
  const offer = useRevocationOffer();
  if (!may.bulkRevocations(account, offer)) return <NotOffered />;
  return <BulkRevocationsPage mayUpload={may.revokeMany(account, offer, 'CSV')} />;
}

export function NewBulkRevocationRoute() {
  const account = useAccount();
  const offer = useRevocationOffer();
  if (!may.revokeMany(account, offer, 'CSV')) return <NotOffered />;
  return <NewBulkRevocationPage byOperator={may.operate(account)} />;
}

/** For whoever comes by an address that the menu does not have. */
function NotOffered() {
  const { t } = useTranslation('bulkRevocation');
  const account = useAccount();
  return (
    <Page title={t('list.title')} width="text">
      <EmptyState
        action={may.register(account) && <ButtonLink to="/certificates">{t('off.certificates')}</ButtonLink>}
        title={t('off.title')}
      >
        {t('off.next')}
      </EmptyState>
    </Page>
  );
}

export function BulkRevocationRoute() {
  const account = useAccount();
  const managed = useIssuanceOffered(account);
  return <BulkRevocationPage account={account.name} everyTenant={may.operate(account)} managed={managed} />;
}
