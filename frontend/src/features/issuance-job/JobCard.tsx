import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { JobProgress } from '../../shared/progress/JobProgress';
import { Callout } from '../../shared/ui/Callout';
import { DateTime } from '../../shared/ui/DateTime';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { failedCertificatesQuery, type IssuanceJob, isRunning, useCancel } from './api';
import classes from './issuanceJob.module.css';

type Props = {
  readonly job: IssuanceJob;
  readonly onDismiss: () => void;
  /** Makes links for all that it issued. */
  readonly onHandOut: () => void;
};

/** The job while it runs, and how it ended. */
export function JobCard({ job, ...rest }: Props) {
  return isRunning(job) ? <Running job={job} key={job.id} /> : <Ended job={job} {...rest} />;
}

function Running({ job }: { job: IssuanceJob }) {
  const { t } = useTranslation('issuanceJob');
  const cancel = useCancel(job.id);
  const cancelling = job.state === 'CANCELLING' || cancel.isSuccess;
  return (
    <JobProgress
      leave={cancelling ? t('job.cancelling') : t('job.leave', { first: job.firstName, last: job.lastName })}
      progress={job.progress}
      secondsLeft={job.remainingSeconds}
      title={t(job.renewal ? 'job.renewing' : 'job.issuing')}
    >
      {cancel.isError && <ProblemPanel error={cancel.error} />}
      {!cancelling && (
        <Group gap="md">
          <Button loading={cancel.isPending} onClick={() => cancel.mutate()} variant="default">
            {t('job.cancel')}
          </Button>
          <span className={classes.note}>{t('job.cancelNote')}</span>
        </Group>
      )}
    </JobProgress>
  );
}

function Ended({ job, onDismiss, onHandOut }: Props) {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  const issued = job.progress.done - job.failed;
  const tone = job.state === 'DONE' ? (job.failed > 0 ? 'warn' : 'ok') : job.state === 'CANCELLED' ? 'info' : 'bad';
  return (
    <Callout
      role="status"
      title={t(`job.end.${job.state as 'DONE'}`, { count: issued, value: number(issued) })}
      tone={tone}
    >
      {job.finishedAt && (
        <p>
          {t('job.finished', { first: job.firstName, last: job.lastName })} <DateTime at={job.finishedAt} relative />
        </p>
      )}
      <p>{t(job.state === 'DONE' ? 'job.next' : job.state === 'CANCELLED' ? 'job.kept' : 'job.stopped')}</p>
      {job.failed > 0 && <Failed job={job} />}
      <Group>
        {issued > 0 && (
          <Button onClick={onHandOut} variant="default">
            {t('job.handOut')}
          </Button>
        )}
        <Button onClick={onDismiss} variant="default">
          {t('job.close')}
        </Button>
      </Group>
    </Callout>
  );
}

function Failed({ job }: { job: IssuanceJob }) {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  const failed = useQuery(failedCertificatesQuery(job.id));
  return (
    <>
      <p>{t('job.failed', { count: job.failed, value: number(job.failed) })}</p>
      {failed.isError && <ProblemPanel error={failed.error} onRetry={() => failed.refetch()} />}
      <ul className={classes.names}>
        {failed.data?.items.map(({ commonName, number: place, failure }) => (
          <li key={place}>
            {commonName} — {failure && t(`job.failure.${failure}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
