import type { QueryClient } from '@tanstack/react-query';
import type { ApiProblem } from '../../api/problems';
import { sessionQuery } from './api';
import type { SessionEndedSearch } from './search';

/** Nothing of what the session showed stays in memory, so that Back has nothing to show either (SC-071). */
export function forgetSession(queries: QueryClient): void {
  queries.clear();
  queries.setQueryData(sessionQuery.queryKey, null);
}

/** What the page after the end of a session says: why it ended, after how long, and where one was. Forgets the session. */
export function timedOut(queries: QueryClient, to: string): SessionEndedSearch {
  const after = queries.getQueryData(sessionQuery.queryKey)?.idleTimeout;
  forgetSession(queries);
  return { to, why: 'timed-out', ...(after && { after }) };
}

/** The same when the server was the first to notice; undefined where there was no session to begin with. */
export function endedBy(problem: ApiProblem, queries: QueryClient, to: string): SessionEndedSearch | undefined {
  switch (problem.code) {
    case 'session-timed-out':
      return timedOut(queries, to);
    case 'session-displaced':
      forgetSession(queries);
      return { to, why: 'displaced' };
    case 'session-ended':
      forgetSession(queries);
      return { to };
    default:
      forgetSession(queries);
      return undefined;
  }
}
