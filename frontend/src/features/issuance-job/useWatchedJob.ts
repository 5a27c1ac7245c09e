import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useFollow } from '../../shared/progress/useFollow';
import { fetchJobPassively, type IssuanceJob, type IssuanceOffer, isRunning, jobQuery, offerQuery } from './api';

const ROWS_MILLIS = 1000;

type Watched = {
  /** The job that runs, or the one that ended while somebody looked on. */
  readonly job: IssuanceJob | undefined;
  readonly dismiss: () => void;
};

/** Follows the job of the tenant, whoever began it: counters, list and rows turn by themselves (DN-022, DN-023). */
export function useWatchedJob(offer: IssuanceOffer): Watched {
  const queries = useQueryClient();
  const [watched, setWatched] = useState(offer.running?.id);
  const runningId = offer.running?.id;
  useEffect(() => {
    if (runningId) setWatched(runningId);
  }, [runningId]);
  const known = useQuery({ ...jobQuery(watched ?? ''), enabled: watched !== undefined });
  const job = watched === undefined ? undefined : (known.data ?? offer.running);
  const looked = useRef(0);

  useFollow<IssuanceJob>({
    running: job !== undefined && isRunning(job),
    events: `/api/v1/issuance-jobs/${encodeURIComponent(watched ?? '')}/events`,
    ask: () => fetchJobPassively(watched ?? ''),
    accept: (state) => {
      queries.setQueryData(jobQuery(state.id).queryKey, state);
      if (Date.now() - looked.current < ROWS_MILLIS) return;
      looked.current = Date.now();
      void queries.invalidateQueries({ queryKey: ['issuance-jobs', 'certificates', state.id] });
      void queries.invalidateQueries({ queryKey: offerQuery.queryKey });
      // Whatever page of the list is looked at, what was issued turns up there.
      void queries.invalidateQueries({ queryKey: ['certificates', 'managed'] });
    },
  });
  // However its end became known: a small job may be over before anybody follows it.
  const ended = job !== undefined && !isRunning(job) ? job.id : undefined;
  useEffect(() => {
    if (ended === undefined) return;
    void queries.invalidateQueries({ queryKey: ['issuance-jobs', 'certificates', ended] });
    void queries.invalidateQueries({ queryKey: offerQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['certificates'] });
    void queries.invalidateQueries({ queryKey: ['licences'] });
  }, [ended, queries]);
  return { job, dismiss: () => setWatched(undefined) };
}
