import { NoticesPage } from '../features/notification/NoticesPage';
import { may } from './rights';
import { useAccount } from './useAccount';

export function NoticesRoute() {
  return <NoticesPage operator={may.operate(useAccount())} />;
}
