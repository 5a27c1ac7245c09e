import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Page } from '../../../shared/ui/Page';
import { useSession } from '../api';
import type { StepSearch } from '../search';
import { PasswordForm } from '../secret/PasswordForm';
import { GiveUp } from './GiveUp';
import { useGoOn } from './useGoOn';

/** A change that is due: why, for whom, and nothing else until it is done (SC-043, SC-045). */
export function NewPasswordPage({ to }: StepSearch) {
  const { t } = useTranslation(['secret', 'session']);
  const session = useSession();
  const goOn = useGoOn(to);
  if (!session?.secret) return null;
  const secret = t(`kind.${session.secret.kind}`);
  return (
    <Page lead={t('forced.lead', { secret })} title={t('forced.title', { secret })} width="text">
      <Callout title={t(`reason.${session.passwordChange ?? 'RESET'}`, { secret })} tone="warn" />
      <PasswordForm forced onChanged={goOn} session={session} />
      <GiveUp />
    </Page>
  );
}
