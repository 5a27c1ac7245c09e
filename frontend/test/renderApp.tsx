import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import i18next from 'i18next';
import { loseSession } from '../src/app/loseSession';
import { createQueries } from '../src/app/providers';
import { createAppRouter } from '../src/app/router';
import { startMessages } from '../src/shared/i18n/i18n';
import { theme } from '../src/shared/ui/theme';

/** The whole application at an address, against the stand-in for the server. */
export async function renderApp(path: string, language: 'ja' | 'en' = 'ja') {
  localStorage.setItem('shomei.language', language);
  if (i18next.isInitialized) {
    document.documentElement.lang = language;
    await i18next.changeLanguage(language);
  } else {
    await startMessages();
  }
  const queries = createQueries((problem) => loseSession(problem, queries, router));
  queries.setDefaultOptions({ queries: { retry: false } });
  const router = createAppRouter(queries, createMemoryHistory({ initialEntries: [path] }));
  const view = render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test" theme={theme}>
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { ...view, router, queries };
}
