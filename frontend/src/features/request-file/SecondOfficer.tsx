import { Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type RequestFile, useApproveFile } from './api';
import { DiscardButton } from './CheckResult';
import { RowTable } from './RowTable';

/** Confirmed by one officer; another one agrees, or discards it. */
export function SecondOfficer({ file }: { file: RequestFile }) {
  const { t } = useTranslation('requestFile');
  const approve = useApproveFile(file.id);
  return (
    <>
      <Card title={t('second.title')}>
        <Callout tone="wait">
          <p>{t(file.mine ? 'second.mine' : 'second.others', { name: file.submittedBy ?? '' })}</p>
          {file.lapsesAt && (
            <p>
              {t('second.until')} <DateTime at={file.lapsesAt} relative />
            </p>
          )}
        </Callout>
        {approve.isError && <ProblemPanel error={approve.error} />}
        <Group gap="sm">
          {!file.mine && (
            <Button
              leftSection={<IconCheck aria-hidden="true" size={20} />}
              loading={approve.isPending}
              onClick={() => approve.mutate()}
              size="lg"
            >
              {t('second.do')}
            </Button>
          )}
          <DiscardButton file={file} size="lg" />
        </Group>
      </Card>
      <RowTable id={file.id} outcome="ACCEPTED" title={t('rows.accepted')} />
    </>
  );
}
