import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { OnceDialog } from '../../shared/ui/OnceDialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { useRotate, type Webhook } from './api';

/** Replaces the secret, says until when the previous one is good, and shows the new one, once. */
export function RotateButton({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(['webhook', 'common']);
  const [open, setOpen] = useState(false);
  const [endPrevious, setEndPrevious] = useState(false);
  const rotate = useRotate(webhook.id);
  const keyOf = useIdempotencyKey();
  const close = () => {
    setOpen(false);
    setEndPrevious(false);
    rotate.reset();
  };
  const send = () => {
    // Of a webhook that was changed meanwhile it is another request.
    const body = { endPrevious };
    rotate.mutate({ ...body, idempotencyKey: keyOf({ ...body, webhook }) });
  };
  const until = rotate.data?.webhook.previousSecretUntil;
  return (
    <>
      <Button leftSection={<IconKey aria-hidden="true" size={18} />} onClick={() => setOpen(true)} variant="default">
        {t('rotate.open')}
      </Button>
      <Dialog onClose={close} opened={open && !rotate.data} title={t('rotate.title')}>
        <Stack gap="md">
          <p>{t('rotate.text')}</p>
          <Checkbox
            checked={endPrevious}
            description={t('rotate.endPreviousHelp')}
            label={t('rotate.endPrevious')}
            onChange={(event) => setEndPrevious(event.currentTarget.checked)}
          />
          {rotate.isError && <ProblemPanel error={rotate.error} />}
          <Group justify="flex-end">
            <Button onClick={close} variant="default">
              {t('common:cancel')}
            </Button>
            <Button color={endPrevious ? 'red' : undefined} loading={rotate.isPending} onClick={send}>
              {t('rotate.do')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
      {rotate.data && (
        <OnceDialog
          close={t('common:close')}
          noted={t('secret.noted')}
          onNoted={close}
          title={t('secret.title')}
          value={rotate.data.secret}
          warning={t('secret.once')}
          what={t('secret.title')}
        >
          {until ? (
            <p>
              {t('rotate.bothUntil')} <DateTime at={until} />
            </p>
          ) : (
            <p>{t('rotate.ended')}</p>
          )}
        </OnceDialog>
      )}
    </>
  );
}
