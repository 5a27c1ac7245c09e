import { Button, Group, Stack } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Generation, useRetire } from './api';

/** Lets a generation issue nothing any more. */
export function RetireButton({ generation }: { generation: Generation }) {
  const { t } = useTranslation(['authority', 'common']);
  const [open, setOpen] = useState(false);
  const retire = useRetire(generation.name);
  return (
    <>
      <Button
        leftSection={<IconPlayerPause aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="default"
      >
        {t('retire.open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('retire.title', generation)}>
        <Stack>
          <Callout title={t('retire.warning')} tone="warn">
            <p>{t('retire.text')}</p>
          </Callout>
          {retire.isError && <ProblemPanel error={retire.error} />}
          <Group gap="sm" justify="flex-end">
            <Button onClick={() => setOpen(false)} variant="default">
              {t('common:cancel')}
            </Button>
            <Button
              loading={retire.isPending}
              onClick={() => retire.mutate(undefined, { onSuccess: () => setOpen(false) })}
            >
              {t('retire.do')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
