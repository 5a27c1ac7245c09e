import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { TextLink } from '../../shared/ui/links';
import { type Session, useSession } from './api';

/** What ends soon and would lock one out: the password, the certificate. */
export function SessionWarnings({ renewal }: { renewal?: ReactNode }) {
  const session = useSession();
  return (
    session?.warnings.map((warning) => (
      <Warning key={warning.code} renewal={renewal} session={session} warning={warning} />
    )) ?? null
  );
}

type Props = {
  readonly session: Session;
  readonly warning: Session['warnings'][number];
  /** The way to renew the certificate. */
  readonly renewal?: ReactNode;
};

function Warning({ session, warning, renewal }: Props) {
  const { t } = useTranslation(['session', 'secret']);
  const secret = t(`secret:kind.${session.secret?.kind ?? 'PASSWORD'}`);
  const ofSecret = warning.code === 'PASSWORD_EXPIRES' || warning.code === 'PASSWORD_EXPIRED';
  return (
    <Callout title={t(`warning.${warning.code}`, { secret })} tone="warn">
      <p>
        {t(`warning.until.${warning.code}`, { secret })}{' '}
        {ofSecret ? <DateTime at={warning.at} only="date" relative /> : <DateTime at={warning.at} relative />}
      </p>
      {ofSecret && (
        <p>
          <TextLink to="/password">{t('secret:change', { secret })}</TextLink>
        </p>
      )}
      {warning.code === 'CERTIFICATE_RENEWABLE' && (
        <>
          <p>{t('warning.renew')}</p>
          {renewal}
        </>
      )}
    </Callout>
  );
}
