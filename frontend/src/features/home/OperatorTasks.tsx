import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Figure } from '../../shared/ui/Figure';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { noticesQuery, overdueCrlsQuery, proposedActionsQuery, provenKeysQuery } from './api';
import classes from './home.module.css';

/** For the service desk: proven keys, overdue revocation lists, actions to approve, and mail that did not arrive anywhere. */
export function OperatorTasks() {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const failed = useQuery(noticesQuery('FAILED'));
  const waiting = useQuery(noticesQuery('WAITING'));
  const text = (value: number | undefined) => (value === undefined ? undefined : formatNumber(value, language));
  const proven = useQuery(provenKeysQuery);
  const overdue = useQuery(overdueCrlsQuery);
  const proposed = useQuery(proposedActionsQuery);
  const all = [failed, waiting, proven, overdue, proposed];
  const broken = all.find(({ error }) => error)?.error;
  const failedCount = failed.data?.total.value ?? 0;
  return (
    <>
      {broken && <ProblemPanel error={broken} onRetry={() => all.map((one) => one.refetch())} />}
      {(proven.data?.total.value ?? 0) > 0 && (
        <Callout title={t('task.provenKeys', { count: proven.data?.total.value ?? 0 })} tone="bad">
          <TextLink search={{ state: 'PROVEN' }} to="/key-compromises">
            {t('figure.show')}
          </TextLink>
        </Callout>
      )}
      {(overdue.data ?? 0) > 0 && (
        <Callout title={t('task.overdueCrls', { count: overdue.data ?? 0 })} tone="bad">
          <TextLink to="/crls">{t('figure.show')}</TextLink>
        </Callout>
      )}
      {(proposed.data ?? 0) > 0 && (
        <Callout title={t('task.proposedActions', { count: proposed.data ?? 0 })} tone="wait">
          <TextLink search={{ state: 'PROPOSED' }} to="/desk-actions">
            {t('figure.show')}
          </TextLink>
        </Callout>
      )}
      {failedCount > 0 && (
        <Callout title={t('task.failedMail', { count: failedCount })} tone="bad">
          <TextLink search={{ state: 'FAILED' }} to="/notices">
            {t('figure.show')}
          </TextLink>
        </Callout>
      )}
      <div className={classes.figures}>
        <Figure
          label={t('figure.failedMail')}
          link={
            <TextLink search={{ state: 'FAILED' }} to="/notices">
              {t('figure.show')}
            </TextLink>
          }
          tone={failedCount > 0 ? 'bad' : 'ok'}
          value={text(failed.data?.total.value)}
        />
        <Figure
          label={t('figure.waitingMail')}
          link={
            <TextLink search={{ state: 'WAITING' }} to="/notices">
              {t('figure.show')}
            </TextLink>
          }
          tone="wait"
          value={text(waiting.data?.total.value)}
        />
      </div>
    </>
  );
}
