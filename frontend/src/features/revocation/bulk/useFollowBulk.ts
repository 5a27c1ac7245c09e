import { useQueryClient } from '@tanstack/react-query';
import { useFollow } from '../../../shared/progress/useFollow';
import { type BulkRevocation, bulkRevocationQuery, fetchBulkRevocationPassively } from './api';

/** Keeps a bulk revocation that runs up to date, and the lists when it has ended. */
export function useFollowBulk(id: string, running: boolean): void {
  const queries = useQueryClient();
  useFollow<BulkRevocation>({
    running,
    events: `/api/v1/revocations/${encodeURIComponent(id)}/events`,
    ask: () => fetchBulkRevocationPassively(id),
    accept: (bulk) => {
      queries.setQueryData(bulkRevocationQuery(id).queryKey, bulk);
      if (bulk.state === 'RUNNING') return;
      void queries.invalidateQueries({ queryKey: ['revocations', 'lines', id] });
      void queries.invalidateQueries({ queryKey: ['revocations', 'list'] });
      void queries.invalidateQueries({ queryKey: ['certificates'] });
      void queries.invalidateQueries({ queryKey: ['issuance-offer'] });
      void queries.invalidateQueries({ queryKey: ['issuance-jobs', 'certificates'] });
      void queries.invalidateQueries({ queryKey: ['licences'] });
    },
  });
}
