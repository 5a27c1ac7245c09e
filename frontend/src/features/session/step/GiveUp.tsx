import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { useLogOut } from '../api';

/** The way out of a log-in that is not complete: back to its beginning. */
export function GiveUp() {
  const { t } = useTranslation('session');
  const router = useRouter();
  const logOut = useLogOut();
  return (
    <>
      {logOut.isError && <ProblemPanel error={logOut.error} />}
      <div>
        <Button
          loading={logOut.isPending}
          onClick={() =>
            logOut.mutateAsync(undefined).then(
              () => router.navigate({ to: '/login', replace: true }),
              () => undefined, // Shown above.
            )
          }
          variant="default"
        >
          {t('step.giveUp')}
        </Button>
      </div>
    </>
  );
}
