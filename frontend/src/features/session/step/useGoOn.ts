import { useRouter } from '@tanstack/react-router';
import type { Session } from '../api';
import { pathAfter } from '../steps';

/** To what is due next, or to where one wanted to go; what was done is not there to go back to. */
export function useGoOn(to: string | undefined): (session: Session) => void {
  const router = useRouter();
  return (session) => router.history.replace(pathAfter(session, to));
}
