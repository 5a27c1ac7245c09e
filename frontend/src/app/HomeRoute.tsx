import { HomePage } from '../features/home/HomePage';
import { RegisteredValues } from '../features/tenant/RegisteredValues';
import { may } from './rights';
import { useAccount } from './useAccount';

export function HomeRoute() {
  const account = useAccount();
  return <HomePage account={account} aside={may.serverCertificates(account) && <RegisteredValues />} />;
}
