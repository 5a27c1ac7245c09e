import { useSession } from '../features/session/api';
import { PublicFrame } from './PublicFrame';
import { Shell } from './Shell';

/** Pages that need a session. */
export function ShellRoute() {
  const session = useSession();
  return session?.state === 'ACTIVE' ? <Shell session={session} /> : null;
}

/** Pages for everybody, framed by whether there is a session. */
export function OpenRoute() {
  const session = useSession();
  return session?.state === 'ACTIVE' ? <Shell session={session} /> : <PublicFrame />;
}
