import { ProfilePage } from '../features/profile/ProfilePage';
import { DryRunPage } from '../features/profile/rehearsal/DryRunPage';
import { may } from './rights';
import { useAccount } from './useAccount';

export function ProfileRoute() {
  return <ProfilePage mayChange={may.operate(useAccount())} />;
}

export function DryRunRoute() {
  return <DryRunPage anyValue={may.operate(useAccount())} />;
}
