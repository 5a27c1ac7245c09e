import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';

type Work = { readonly id: string };

type Watched<T extends Work> = {
  /** What runs now; undefined until that is known. */
  readonly running: readonly Work[] | undefined;
  /** Asks how something ended; without extending the session. */
  readonly ask: (id: string) => Promise<T>;
  /** Whether an address shows something that it is about; its own page unless told. */
  readonly isShown?: (pathname: string, id: string) => boolean;
};

type Ended<T extends Work> = {
  /** What has ended and has not been seen yet, in the order in which it ended. */
  readonly ended: readonly T[];
  readonly dismiss: (id: string) => void;
};

/** Remembers what ended while one was elsewhere, until its own page is visited or the notice is closed. */
export function useEnded<T extends Work>({ running, ask, isShown = isAt }: Watched<T>): Ended<T> {
  const pathname = useLocation({ select: (location) => location.pathname });
  const [ended, setEnded] = useState<readonly T[]>([]);
  const seen = useRef<readonly string[]>([]);
  const latest = useRef({ ask, isShown, pathname });
  latest.current = { ask, isShown, pathname };

  useEffect(() => {
    if (!running) return;
    const now = running.map(({ id }) => id);
    const gone = seen.current.filter((id) => !now.includes(id));
    seen.current = now;
    for (const id of gone) {
      latest.current.ask(id).then(
        (work) => {
          // Who looks at it while it ends sees that it did.
          if (!latest.current.isShown(latest.current.pathname, id))
            setEnded((before) => [...without(before, id), work]);
        },
        () => undefined, // Discarded or out of reach: there is nothing to tell.
      );
    }
  }, [running]);

  useEffect(() => setEnded((before) => before.filter(({ id }) => !latest.current.isShown(pathname, id))), [pathname]);

  return { ended, dismiss: (id) => setEnded((before) => without(before, id)) };
}

/** Whether an address is that of something's own page. */
export function isAt(pathname: string, id: string): boolean {
  return pathname.endsWith(`/${id}`);
}

function without<T extends Work>(list: readonly T[], id: string): readonly T[] {
  return list.filter((one) => one.id !== id);
}
