import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchRequestFilePassively, type RequestFile, requestFileQuery } from './api';

const POLL_MILLIS = 1500;

/**
 * Keeps a running file up to date: by server-sent events, and by asking when the stream cannot be had.
 * Neither extends the session.
 */
export function useFollowRequestFile(id: string, running: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!running) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const accept = (file: RequestFile) => {
      if (over) return;
      queries.setQueryData(requestFileQuery(id).queryKey, file);
      if (file.state !== 'RUNNING') {
        stop();
        void queries.invalidateQueries({ queryKey: ['request-files', 'rows', id] });
        void queries.invalidateQueries({ queryKey: ['request-files', 'list'] });
        void queries.invalidateQueries({ queryKey: ['certificates'] });
      }
    };

    const poll = () => {
      timer = setTimeout(async () => {
        try {
          accept(await fetchRequestFilePassively(id));
        } catch {
          // Unreachable for a moment: ask again. A session that ended shows with the next active call.
        }
        if (!over) poll();
      }, POLL_MILLIS);
    };

    const source =
      typeof EventSource === 'undefined'
        ? undefined
        : new EventSource(`/api/v1/request-files/${encodeURIComponent(id)}/events`);
    const stop = () => {
      over = true;
      source?.close();
      clearTimeout(timer);
    };

    if (source) {
      source.onmessage = (event: MessageEvent<string>) => accept(JSON.parse(event.data) as RequestFile);
      source.onerror = () => {
        source.close();
        if (!over && timer === undefined) poll();
      };
    } else {
      poll();
    }
    return stop;
  }, [id, running, queries]);
}
