import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useLogOut } from '../features/session/api';
import { Page } from '../shared/ui/Page';
import { ProblemPanel } from '../shared/ui/ProblemPanel';
import { PublicFrame } from './PublicFrame';
import { Shell } from './Shell';

/** Pages that need a session. */
export function ShellRoute() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  return session.state === 'ACTIVE' ? <Shell session={session} /> : <Unfinished state={session.state} />;
}

/** Pages for everybody, framed by whether there is a session. */
export function OpenRoute() {
  const { data: session } = useQuery(sessionQuery);
  return session?.state === 'ACTIVE' ? <Shell session={session} /> : <PublicFrame />;
}

function Unfinished({ state }: { state: 'PASSWORD_CHANGE_REQUIRED' | 'OTP_REQUIRED' | 'RESIDUAL_SESSION' }) {
  const { t } = useTranslation(['session', 'common']);
  const logOut = useLogOut();
  const router = useRouter();
  const leave = () =>
    logOut.mutateAsync().then(
      () => router.navigate({ to: '/logged-out' }),
      () => undefined,
    );
  return (
    <Page lead={t(`state.${state}`)} title={t('state.title')} width="text">
      <div>
        <Button loading={logOut.isPending} onClick={leave}>
          {t('common:account.logOut')}
        </Button>
      </div>
      {logOut.isError && <ProblemPanel error={logOut.error} />}
    </Page>
  );
}
