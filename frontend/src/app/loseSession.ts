import type { QueryClient } from '@tanstack/react-query';
import type { ApiProblem } from '../api/problems';
import { sessionQuery } from '../features/session/api';
import { endedBy } from '../features/session/end';
import type { createAppRouter } from './router';

/** The server knows no session any more: what it showed is forgotten, and the page that takes its place says why. */
export function loseSession(
  problem: ApiProblem,
  queries: QueryClient,
  router: ReturnType<typeof createAppRouter>,
): void {
  // Who has left is not sent away once more by an answer that comes late.
  if (queries.getQueryData(sessionQuery.queryKey) === null) return;
  const to = router.state.location.href;
  const search = endedBy(problem, queries, to);
  void (search
    ? router.navigate({ to: '/session-ended', search, replace: true })
    : router.navigate({ to: '/login', search: { to }, replace: true }));
}
