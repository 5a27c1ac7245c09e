import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useLocation, useRouter } from '@tanstack/react-router';
import type { OwnConfirmation } from '../features/own-certificate/api';
import { CompletedPage } from '../features/own-certificate/CompletedPage';
import { RenewalNoticePage } from '../features/own-certificate/RenewalNoticePage';
import { RunPage } from '../features/own-certificate/RunPage';
import { useSession } from '../features/session/api';
import { forgetSession } from '../features/session/end';
import { returnTo } from '../features/session/returnTo';

const notice = getRouteApi('/app/renewal-notice');

export function RunRoute() {
  const session = useSession();
  const queries = useQueryClient();
  const router = useRouter();
  if (!session) return null;
  // What superseded the certificate of this session has ended the session.
  const completed = (stored: OwnConfirmation) => {
    if (stored.superseded.some(({ present }) => present)) forgetSession(queries);
    else void queries.invalidateQueries();
    void router.navigate({ to: '/certificate-stored', state: { stored }, replace: true });
  };
  return <RunPage account={session.account.id} onCompleted={completed} softwareKeyboard={session.softwareKeyboard} />;
}

export function RenewalNoticeRoute() {
  const { to } = notice.useSearch();
  return <RenewalNoticePage to={returnTo(to)} />;
}

export function CompletedRoute() {
  return <CompletedPage confirmation={useLocation({ select: ({ state }) => state.stored })} />;
}
