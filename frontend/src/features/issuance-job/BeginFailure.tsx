import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { Callout } from '../../shared/ui/Callout';
import { MessageId } from '../../shared/ui/MessageId';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';

/** Why nothing was begun: what somebody else may have done meanwhile is said in words of its own. */
export function BeginFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('issuanceJob');
  if (isProblem(error, 'issuance-running')) {
    return (
      <Callout role="alert" title={t('refused.running')} tone="warn">
        <p>{t('refused.runningNext')}</p>
        <MessageId code={error.code} />
      </Callout>
    );
  }
  if (isProblem(error, 'licences-exhausted')) {
    return (
      <Callout role="alert" title={t('refused.licences', { left: error.detail ?? '0' })} tone="warn">
        <p>{t('refused.licencesNext')}</p>
        <MessageId code={error.code} />
      </Callout>
    );
  }
  if (isProblem(error, 'nothing-to-renew')) {
    return (
      <Callout role="alert" title={t('refused.nothing')} tone="info">
        <p>{t('refused.nothingNext')}</p>
      </Callout>
    );
  }
  return <ProblemPanel error={error} />;
}
