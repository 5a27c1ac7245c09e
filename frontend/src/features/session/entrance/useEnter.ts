import { useRouter } from '@tanstack/react-router';
import type { Schema } from '../../../api/types';
import { useLogIn } from '../api';
import { pathAfter } from '../steps';

/** Logs in, and goes on to what is due or to where one wanted to go. */
export function useEnter(to: string | undefined) {
  const router = useRouter();
  const logIn = useLogIn();
  return {
    logIn,
    /** Settles when it is known whether the log-in worked. */
    with: (body: Schema<'LogIn'>): Promise<boolean> =>
      logIn.mutateAsync(body).then(
        (session) => {
          router.history.replace(pathAfter(session, to));
          return true;
        },
        () => false, // Shown where it was asked for.
      ),
  };
}

export type Enter = ReturnType<typeof useEnter>;
