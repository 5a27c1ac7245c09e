import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Generation, useDiscard } from './api';

/** Gives up a generation that waits for its certificate; a certificate that comes later is of no use. */
export function DiscardButton({ generation, onDone }: { generation: Generation; onDone: () => void }) {
  const { t } = useTranslation(['authority', 'common']);
  const [open, setOpen] = useState(false);
  const discard = useDiscard(generation.name);
  return (
    <>
      <Button color="red" onClick={() => setOpen(true)} variant="outline">
        {t('discard.open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('discard.title', generation)}>
        <Stack>
          <Callout title={t('discard.warning')} tone="warn">
            <p>{t('discard.text')}</p>
          </Callout>
          {discard.isError && <ProblemPanel error={discard.error} />}
          <Group gap="sm" justify="flex-end">
            <Button onClick={() => setOpen(false)} variant="default">
              {t('common:cancel')}
            </Button>
            <Button
              color="red"
              loading={discard.isPending}
              onClick={() => discard.mutate(undefined, { onSuccess: onDone })}
            >
              {t('discard.do')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
