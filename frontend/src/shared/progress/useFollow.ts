import { useEffect, useRef } from 'react';

const POLL_MILLIS = 1500;

type Followed<T> = {
  readonly running: boolean;
  /** The address of the server-sent events, each of which holds a `T`. */
  readonly events: string;
  /** Asks when the stream cannot be had; without extending the session. */
  readonly ask: () => Promise<T>;
  readonly accept: (state: T) => void;
};

/** Keeps something that runs up to date: by server-sent events, and by asking when there is no stream. Neither extends the session. */
export function useFollow<T>({ running, events, ask, accept }: Followed<T>): void {
  const latest = useRef({ ask, accept });
  latest.current = { ask, accept };
  useEffect(() => {
    if (!running) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const poll = () => {
      timer = setTimeout(async () => {
        try {
          const state = await latest.current.ask();
          if (!over) latest.current.accept(state);
        } catch {
          // Unreachable for a moment: ask again. A session that ended shows with the next active call.
        }
        if (!over) poll();
      }, POLL_MILLIS);
    };

    const source = typeof EventSource === 'undefined' ? undefined : new EventSource(events);
    if (source) {
      source.onmessage = (event: MessageEvent<string>) => {
        if (!over) latest.current.accept(JSON.parse(event.data) as T);
      };
      source.onerror = () => {
        source.close();
        if (!over && timer === undefined) poll();
      };
    } else {
      poll();
    }
    return () => {
      over = true;
      source?.close();
      clearTimeout(timer);
    };
  }, [running, events]);
}
