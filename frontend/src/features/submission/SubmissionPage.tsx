import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Submission, submissionCheckQuery, submissionQuery } from './api';
import { Decide } from './Decide';
import { FoundRows } from './FoundRows';
import { holderText } from './Holder';
import { RefusedLines } from './RefusedLines';
import { SubmissionStatus } from './SubmissionStatus';
import classes from './submission.module.css';

const route = getRouteApi('/app/submissions/$id');

/** One submission: who, what, what is wrong with it today, and the officer's decision. */
export function SubmissionPage() {
  const { t } = useTranslation('submission');
  const { id } = route.useParams();
  const { data: submission } = useSuspenseQuery(submissionQuery(id));
  return (
    <Page
      status={
        <div className={classes.states}>
          <SubmissionStatus file={submission.requestFileState} state={submission.state} />
        </div>
      }
      title={submission.fileName}
      trail={[{ label: t('title'), to: '/submissions' }]}
      width="form"
    >
      <Outcome submission={submission} />
      <About submission={submission} />
      {submission.state === 'WAITING' && <Waiting submission={submission} />}
    </Page>
  );
}

function Waiting({ submission }: { submission: Submission }) {
  const check = useQuery(submissionCheckQuery(submission.id));
  const [refused, setRefused] = useState<readonly number[]>();
  if (check.isPending) return <Loading lines={8} />;
  if (check.isError) return <ProblemPanel error={check.error} onRetry={() => check.refetch()} />;
  return (
    <>
      <FoundRows check={check.data} onRefuse={setRefused} refused={refused} />
      <Decide check={check.data} onRefuse={setRefused} refused={refused} submission={submission} />
    </>
  );
}

function Outcome({ submission }: { submission: Submission }) {
  const { t } = useTranslation('submission');
  if (submission.state === 'REFUSED') {
    return (
      <Callout title={t('outcome.refused')} tone="bad">
        <p>{submission.reason}</p>
      </Callout>
    );
  }
  if (submission.state !== 'APPROVED' || !submission.requestFile) return null;
  return (
    <Callout role="status" title={t('outcome.approved')} tone="ok">
      {submission.requestFileState === 'PROPOSED' && <p>{t('outcome.second')}</p>}
      {submission.refusedLines && (
        <RefusedLines lines={submission.refusedLines} reason={submission.reason ?? ''} title={t('outcome.but')} />
      )}
      <p>
        <TextLink params={{ id: submission.requestFile }} to="/request-files/$id">
          {t('outcome.file')}
        </TextLink>
      </p>
    </Callout>
  );
}

function About({ submission }: { submission: Submission }) {
  const { t } = useTranslation('submission');
  return (
    <Card title={t('about')}>
      <Facts
        facts={[
          { label: t('fact.holder'), value: holderText(submission.name, submission.email) },
          {
            label: t('fact.kind'),
            value: `${t(`kind.${submission.kind}`)} — ${t(`operation.${submission.operation}`)}`,
          },
          { label: t('fact.rows'), value: submission.rows },
          { label: t('fact.submittedAt'), value: <DateTime at={submission.submittedAt} relative /> },
          { label: t('fact.from'), value: submission.submittedFrom },
          submission.decidedBy !== undefined && { label: t('fact.decidedBy'), value: submission.decidedBy },
          submission.decidedAt !== undefined && {
            label: t('fact.decidedAt'),
            value: <DateTime at={submission.decidedAt} />,
          },
        ]}
      />
    </Card>
  );
}
