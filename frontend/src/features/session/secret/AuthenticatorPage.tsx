import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { Page } from '../../../shared/ui/Page';
import { useSession } from '../api';
import { TotpEnrolment } from './TotpEnrolment';

/** An authenticator app for the first time, or another one. */
export function AuthenticatorPage() {
  const { t } = useTranslation('secret');
  const session = useSession();
  const [done, setDone] = useState(0);
  if (!session) return null;
  const offered = session.otp.offered.includes('TOTP');
  return (
    <Page lead={t('totp.lead')} title={t('totp.title')} width="text">
      {done > 0 && <Callout key={`done ${done}`} role="status" title={t('totp.done')} tone="ok" />}
      {offered ? (
        <TotpEnrolment
          key={done}
          onDone={() => setDone(done + 1)}
          proof={session.otp.kind === 'TOTP' ? 'otp' : session.secret && 'current'}
        />
      ) : (
        <EmptyState title={t('totp.off')}>{t('totp.offNext')}</EmptyState>
      )}
    </Page>
  );
}
