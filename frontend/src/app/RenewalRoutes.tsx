import { useTranslation } from 'react-i18next';
import { RenewalsPage } from '../features/renewal/RenewalsPage';
import { UncollectedPage } from '../features/renewal/UncollectedPage';
import { RenewalLinkButton } from '../features/submission/RenewalLinkButton';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useDomains } from './useDomains';

export function RenewalsRoute() {
  // The texts of the link are there before something is selected, so that the page does not wait for them then.
  useTranslation('submission');
  return (
    <RenewalsPage
      domains={useDomains()}
      kinds={may.requestKinds(useAccount())}
      link={(kind, renewal) => <RenewalLinkButton kind={kind} renewal={renewal} />}
    />
  );
}

export function UncollectedRoute() {
  return <UncollectedPage domains={useDomains()} kinds={may.requestKinds(useAccount())} />;
}
