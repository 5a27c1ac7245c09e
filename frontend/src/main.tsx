import '@digital-go-jp/design-tokens/dist/tokens.css';
import '@mantine/core/styles.css';
import './shared/ui/theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueries, Providers } from './app/providers';
import { createAppRouter } from './app/router';
import { sessionQuery } from './features/session/api';
import { startMessages } from './shared/i18n/i18n';
import { applyPreferences } from './shared/ui/preferences';

applyPreferences();
await startMessages();

const queries = createQueries((problem) => {
  // Who has left is not sent away once more by an answer that comes late.
  if (queries.getQueryData(sessionQuery.queryKey) === null) return;
  const to = router.state.location.href;
  queries.setQueryData(sessionQuery.queryKey, null);
  void (problem.code === 'session-ended'
    ? router.navigate({ to: '/session-ended', search: { to } })
    : router.navigate({ to: '/login', search: { to } }));
});
const router = createAppRouter(queries);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);

// The Japanese font is 120 small files, of which a page needs a few: its list must not delay the first paint.
void import('@fontsource-variable/noto-sans-jp/wght.css');
