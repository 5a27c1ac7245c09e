import '@digital-go-jp/design-tokens/dist/tokens.css';
import '@mantine/core/styles.css';
import './shared/ui/theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { listenForActions } from './api/activity';
import { loseSession } from './app/loseSession';
import { createQueries, Providers } from './app/providers';
import { createAppRouter } from './app/router';
import { onSessionChangedElsewhere } from './features/session/otherWindows';
import { startMessages } from './shared/i18n/i18n';
import { applyPreferences } from './shared/ui/preferences';

applyPreferences();
await startMessages();
listenForActions();

const queries = createQueries((problem) => loseSession(problem, queries, router));
const router = createAppRouter(queries);
// Whatever this window shows, it shows of another session: it begins anew.
onSessionChangedElsewhere(() => location.reload());

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);

// Where a browser keeps nothing, there is nothing to forget.
void import('./shared/pki/keptKey').then(({ forgetOldKeys }) => forgetOldKeys(Date.now())).catch(() => undefined);

// The Japanese font is 120 small files, of which a page needs a few: its list must not delay the first paint.
void import('@fontsource-variable/noto-sans-jp/wght.css');
