import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { OnceValue } from '../../shared/ui/OnceValue';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Begun, type KeyFile, useIssue } from './api';

/** The PIN, this once; then one press. */
export function Issue({ begun, onIssued }: { begun: Begun; onIssued: (file: KeyFile) => void }) {
  const { t } = useTranslation('ownCertificate');
  const [noted, setNoted] = useState(false);
  const issue = useIssue(begun);
  const send = () =>
    issue.mutate(undefined, {
      onSuccess: (file) => {
        offerDownload(file.blob, file.name);
        onIssued(file);
      },
    });
  return (
    <Card title={t('pin.title')}>
      <Stack gap="lg">
        <Callout role="status" tone="warn">
          <p>{t('pin.once')}</p>
          <p>
            {t('pin.lapses')} <DateTime at={begun.lapsesAt} />
          </p>
        </Callout>
        <OnceValue legible value={begun.pin} what={t('pin.name')} />
        <Checkbox checked={noted} label={t('pin.noted')} onChange={(event) => setNoted(event.currentTarget.checked)} />
        {issue.isError && <ProblemPanel error={issue.error} />}
        <Group>
          <Button
            disabled={!noted}
            leftSection={<IconDownload aria-hidden="true" size={20} />}
            loading={issue.isPending}
            onClick={send}
            size="md"
          >
            {t('issue')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
