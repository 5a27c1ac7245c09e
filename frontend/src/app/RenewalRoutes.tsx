import { RenewalsPage } from '../features/renewal/RenewalsPage';
import { UncollectedPage } from '../features/renewal/UncollectedPage';
import { may } from './rights';
import { useAccount } from './useAccount';
import { useDomains } from './useDomains';

export function RenewalsRoute() {
  return <RenewalsPage domains={useDomains()} kinds={may.requestKinds(useAccount())} />;
}

export function UncollectedRoute() {
  return <UncollectedPage domains={useDomains()} kinds={may.requestKinds(useAccount())} />;
}
