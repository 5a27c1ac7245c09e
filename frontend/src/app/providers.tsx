import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problems';
import { theme } from '../shared/ui/theme';

/** Failures that mean "no session any more" are told to `onSessionLost`; everything else is shown where it happened. */
export function createQueries(onSessionLost: (problem: ApiProblem) => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ApiProblem && error.status === 401 && error.code.startsWith('session-')) onSessionLost(error);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        staleTime: 10_000,
        // What the server said no to, it says no to again.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiProblem && error.status < 500 && error.status !== 429),
      },
    },
  });
}

export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider defaultColorScheme="auto" theme={theme}>
        {children}
      </MantineProvider>
    </QueryClientProvider>
  );
}
