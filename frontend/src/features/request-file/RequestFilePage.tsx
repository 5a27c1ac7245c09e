import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { JobProgress } from '../../shared/progress/JobProgress';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Page } from '../../shared/ui/Page';
import { Steps } from '../../shared/ui/Steps';
import { type RequestFile, requestFileQuery } from './api';
import { CheckResult } from './CheckResult';
import { FileState } from './FileState';
import { RunResult } from './RunResult';
import { SecondOfficer } from './SecondOfficer';
import { useFollowRequestFile } from './useFollowRequestFile';

const route = getRouteApi('/app/request-files/$id');

/** One file through all its states: checked, confirmed, running, done. The address stays the same. */
export function RequestFilePage() {
  const { t } = useTranslation(['requestFile', 'common']);
  const { id } = route.useParams();
  const { data: file } = useSuspenseQuery(requestFileQuery(id));
  useFollowRequestFile(id, file.state === 'RUNNING');
  return (
    <Page
      status={
        <div>
          <FileState file={file} />
        </div>
      }
      title={file.fileName}
      trail={[{ label: t('list.title'), to: '/request-files' }]}
      width="form"
    >
      {file.state !== 'DISCARDED' && file.state !== 'LAPSED' && (
        <Steps
          current={stepOf(file)}
          label={t('steps.label')}
          steps={[t('steps.choose'), t('steps.confirm'), t('steps.run')]}
        />
      )}
      {file.state === 'CHECKED' && <CheckResult file={file} />}
      {file.state === 'PROPOSED' && <SecondOfficer file={file} />}
      {file.state === 'LAPSED' && (
        <Callout title={t('lapsed.title')} tone="idle">
          <p>{t('lapsed.next')}</p>
        </Callout>
      )}
      {file.state === 'RUNNING' && (
        <JobProgress leave={t('run.leave')} progress={file.progress} title={t(`run.title.${file.operation}`)} />
      )}
      {(file.state === 'DONE' || file.state === 'FAILED' || file.state === 'DISCARDED') && <RunResult file={file} />}
      <AboutFile file={file} />
    </Page>
  );
}

function stepOf(file: RequestFile): number {
  if (file.state === 'CHECKED' || file.state === 'PROPOSED') return 1;
  return file.state === 'RUNNING' || file.state === 'FAILED' ? 2 : 3;
}

function AboutFile({ file }: { file: RequestFile }) {
  const { t } = useTranslation(['requestFile', 'common']);
  const language = useLanguage();
  return (
    <Card title={t('about.title')} tone="sunken">
      <Facts
        facts={[
          {
            label: t('column.operation'),
            value: `${t(`common:kind.${file.kind}`)} — ${t(`operation.${file.operation}.name`)}`,
          },
          { label: t('upload.onError'), value: t(`onError.${file.onError}.name`) },
          { label: t('about.size'), value: formatBytes(file.size, language) },
          { label: t('column.encoding'), value: file.encoding },
          {
            label: t('column.uploadedAt'),
            value: (
              <>
                <DateTime at={file.uploadedAt} relative /> — {file.uploadedBy}
              </>
            ),
          },
          !!file.submittedAt && {
            label: t('about.submittedAt'),
            value: (
              <>
                <DateTime at={file.submittedAt} /> — {file.submittedBy}
              </>
            ),
          },
          !!file.approvedAt && {
            label: t('about.approvedAt'),
            value: (
              <>
                <DateTime at={file.approvedAt} /> — {file.approvedBy}
              </>
            ),
          },
          !!file.finishedAt && { label: t('column.finishedAt'), value: <DateTime at={file.finishedAt} /> },
          { label: 'SHA-256', value: <Code text={file.sha256} what="SHA-256" /> },
        ]}
      />
    </Card>
  );
}
