import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { Callout } from '../../../shared/ui/Callout';
import { MessageId } from '../../../shared/ui/MessageId';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { entranceQuery } from '../api';

/** One message for an unknown ID and a wrong password, with the reminder of upper and lower case; everything else by its name. */
export function LogInFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('session');
  const entrance = useQuery(entranceQuery()).data;
  if (isProblem(error, 'log-in-failed')) {
    return (
      <Callout role="alert" title={t('failed.title')} tone="bad">
        <p>{t('failed.next')}</p>
        <MessageId code={error.code} />
      </Callout>
    );
  }
  if (isProblem(error, 'log-in-method-off')) {
    // The ID and the secret were right, so that the right way may be named.
    const certificate = error.errors.some(({ code }) => code.includes('CERT'));
    return (
      <Callout role="alert" title={t('otherWay.title')} tone="warn">
        {error.errors.map(({ code, message }) => (
          <p key={code}>{message}</p>
        ))}
        {certificate && entrance?.entrance === 'PORTAL' && (
          <p>
            <a href={`${entrance.certUrl}/login`}>{t('choice.certificate')}</a>
          </p>
        )}
        {!certificate && entrance?.entrance === 'CERT' && (
          <p>
            <a href={`${entrance.portalUrl}/login`}>{t('diagnosis.byId')}</a>
          </p>
        )}
      </Callout>
    );
  }
  return <ProblemPanel error={error} />;
}
