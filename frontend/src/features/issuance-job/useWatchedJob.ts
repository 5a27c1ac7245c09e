import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useFollow } from '../../shared/progress/useFollow';
import {
  fetchJobPassively,
  type IssuanceJob,
  type IssuanceOffer,
  isRunning,
  jobQuery,
  newestJobQuery,
  offerQuery,
} from './api';
import { notedJob, noteJob } from './notedJob';

const ROWS_MILLIS = 1000;

type Watched = {
  /** The job that runs, or the newest one that ended, until somebody has noted its end. */
  readonly job: IssuanceJob | undefined;
  /** The same where it ran while one looked on: its rows stand first until the list is looked at anew. */
  readonly rowsOf: IssuanceJob | undefined;
  readonly refresh: () => void;
  readonly dismiss: () => void;
};

/** Follows the job of the tenant, whoever began it: counters, list and rows turn by themselves (DN-022, DN-023). */
export function useWatchedJob(offer: IssuanceOffer): Watched {
  const queries = useQueryClient();
  const [followed, setFollowed] = useState(offer.running?.id);
  const runningId = offer.running?.id;
  useEffect(() => {
    if (!runningId) return;
    setFollowed(runningId);
    void queries.invalidateQueries({ queryKey: newestJobQuery.queryKey });
  }, [runningId, queries]);
  const newest = useQuery(newestJobQuery).data;
  const [noted, setNoted] = useState(notedJob);
  const unnoted = newest && newest.id > noted ? newest : undefined;
  const watched = followed ?? unnoted?.id;
  const known = useQuery({ ...jobQuery(watched ?? ''), enabled: watched !== undefined });
  const job = watched === undefined ? undefined : (known.data ?? (followed ? offer.running : unnoted));
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
    void queries.invalidateQueries({ queryKey: newestJobQuery.queryKey });
    void queries.invalidateQueries({ queryKey: offerQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['certificates'] });
    void queries.invalidateQueries({ queryKey: ['licences'] });
  }, [ended, queries]);
  const refresh = () => setFollowed(undefined);
  const dismiss = () => {
    if (watched !== undefined) {
      noteJob(watched);
      setNoted(watched);
    }
    refresh();
  };
  return { job, rowsOf: followed === undefined ? undefined : job, refresh, dismiss };
}
