import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Facts } from '../../../shared/ui/Facts';
import { Loading } from '../../../shared/ui/Loading';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { Status } from '../../../shared/ui/Status';
import type { RehearsedIssue } from '../api';
import { Rules } from './Rules';
import { ValidityReason } from './ValidityReason';

type Props = {
  readonly rehearsal: UseQueryResult<RehearsedIssue>;
  /** How many faults the settings have; they are shown at their fields. */
  readonly faulty: number;
};

/** What a certificate under these settings would be if it was issued now. */
export function Preview({ rehearsal, faulty }: Props) {
  const { t } = useTranslation('profile');
  const { data: issue, error } = rehearsal;
  if (faulty > 0)
    return (
      <Callout tone="bad">
        <p>{t('edit.faulty', { count: faulty })}</p>
      </Callout>
    );
  if (error) return <ProblemPanel error={error} onRetry={() => rehearsal.refetch()} />;
  if (!issue) return <Loading lines={6} />;
  const silent = issue.errors.find(({ code }) => code === 'authority-not-active');
  return (
    <Stack gap="md">
      {silent && (
        <Callout title={silent.message} tone="warn">
          <p>{silent.cure}</p>
        </Callout>
      )}
      <ValidityReason validity={issue.validity} />
      <Facts
        facts={[
          !!issue.authorityLabel && { label: t('column.authority'), value: issue.authorityLabel },
          !!issue.key && { label: t('result.key'), value: issue.key.description },
        ]}
      />
      {issue.rules.length > 0 && (
        <details>
          <summary>
            <Status tone={issue.findings.length > 0 ? 'bad' : 'ok'}>
              {issue.findings.length > 0
                ? t('rules.violated', { count: issue.findings.length })
                : t('rules.good', { count: issue.rules.length })}
            </Status>
          </summary>
          <Rules findings={issue.findings} rules={issue.rules} />
        </details>
      )}
    </Stack>
  );
}
