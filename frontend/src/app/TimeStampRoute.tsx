import { TimeStampPage } from '../features/timestamp/TimeStampPage';
import { may } from './rights';
import { useAccount } from './useAccount';

export function TimeStampRoute() {
  return <TimeStampPage everyTenant={may.operate(useAccount())} />;
}
