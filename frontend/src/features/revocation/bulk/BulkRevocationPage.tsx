import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../../shared/progress/JobProgress';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { DateTime } from '../../../shared/ui/DateTime';
import { Facts } from '../../../shared/ui/Facts';
import { ButtonLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { type BulkRevocation, bulkRevocationQuery } from './api';
import { BulkCheck } from './BulkCheck';
import { BulkResult } from './BulkResult';
import { BulkState } from './BulkState';
import { BulkSteps } from './BulkSteps';
import { Lines } from './Lines';
import { useFollowBulk } from './useFollowBulk';

const route = getRouteApi('/app/revocations/$id');

type Props = {
  readonly everyTenant: boolean;
  readonly account: string;
  /** Whether its keys are kept here, and its certificates counted. */
  readonly managed: boolean;
};

/** One bulk revocation through all its states: checked, running, done. The address stays the same. */
export function BulkRevocationPage({ everyTenant, account, managed }: Props) {
  const { t } = useTranslation('bulkRevocation');
  const { id } = route.useParams();
  const { data: bulk } = useSuspenseQuery(bulkRevocationQuery(id));
  useFollowBulk(id, bulk.state === 'RUNNING');
  return (
    <Page
      status={
        <div>
          <BulkState bulk={bulk} />
        </div>
      }
      title={bulk.fileName ?? t(`source.${bulk.source}`)}
      trail={[{ label: t('list.title'), to: '/revocations' }]}
      width="form"
    >
      {bulk.state !== 'LAPSED' && <BulkSteps current={{ CHECKED: 1, RUNNING: 2, DONE: 3 }[bulk.state]} />}
      {bulk.state === 'CHECKED' && <BulkCheck bulk={bulk} managed={managed} mine={bulk.createdBy === account} />}
      {bulk.state === 'RUNNING' && (
        <JobProgress leave={t('run.leave')} progress={bulk.progress} title={t('run.title')} />
      )}
      {bulk.state === 'DONE' && <BulkResult bulk={bulk} />}
      {bulk.state === 'LAPSED' && (
        <Callout title={t('lapsed.title')} tone="idle">
          <p>{t('lapsed.text')}</p>
          <ButtonLink to="/revocations/new" variant="default">
            {t('new.start')}
          </ButtonLink>
        </Callout>
      )}
      <Lines bulk={bulk} everyTenant={everyTenant} />
      <About bulk={bulk} />
    </Page>
  );
}

function About({ bulk }: { bulk: BulkRevocation }) {
  const { t } = useTranslation(['bulkRevocation', 'revocation']);
  return (
    <Card title={t('about.title')} tone="sunken">
      <Facts
        facts={[
          { label: t('column.reason'), value: t(`revocation:revoked.${bulk.reason}`) },
          !!bulk.invalidityDate && {
            label: t('revocation:invalidFrom'),
            value: <DateTime at={bulk.invalidityDate} />,
          },
          !!bulk.reference && { label: t('column.reference'), value: bulk.reference },
          !!bulk.comment && { label: t('revocation:comment'), value: bulk.comment },
          { label: t('about.source'), value: t(`source.${bulk.source}`) },
          !!bulk.encoding && { label: t('about.encoding'), value: bulk.encoding },
          {
            label: t('column.createdAt'),
            value: (
              <>
                <DateTime at={bulk.createdAt} relative /> — {bulk.createdBy}
              </>
            ),
          },
          bulk.state === 'CHECKED' && { label: t('about.until'), value: <DateTime at={bulk.expiresAt} relative /> },
          !!bulk.submittedAt && {
            label: t('about.submittedAt'),
            value: (
              <>
                <DateTime at={bulk.submittedAt} /> — {bulk.submittedBy}
              </>
            ),
          },
          !!bulk.finishedAt && { label: t('about.finishedAt'), value: <DateTime at={bulk.finishedAt} /> },
        ]}
      />
    </Card>
  );
}
