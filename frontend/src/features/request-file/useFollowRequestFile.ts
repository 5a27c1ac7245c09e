import { useQueryClient } from '@tanstack/react-query';
import { useFollow } from '../../shared/progress/useFollow';
import { fetchRequestFilePassively, type RequestFile, requestFileQuery } from './api';

/** Keeps a running file up to date, and the lists when it has ended. */
export function useFollowRequestFile(id: string, running: boolean): void {
  const queries = useQueryClient();
  useFollow<RequestFile>({
    running,
    events: `/api/v1/request-files/${encodeURIComponent(id)}/events`,
    ask: () => fetchRequestFilePassively(id),
    accept: (file) => {
      queries.setQueryData(requestFileQuery(id).queryKey, file);
      if (file.state === 'RUNNING') return;
      void queries.invalidateQueries({ queryKey: ['request-files', 'rows', id] });
      void queries.invalidateQueries({ queryKey: ['request-files', 'list'] });
      void queries.invalidateQueries({ queryKey: ['certificates'] });
    },
  });
}
