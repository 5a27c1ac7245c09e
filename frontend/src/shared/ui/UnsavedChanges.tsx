import { Button, Group } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

/**
 * Asks before somebody leaves what they have not saved: here for another page of ours, by the browser for anywhere else.
 * Whoever navigates after saving passes `ignoreBlocker`.
 */
export function UnsavedChanges({ when }: { when: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    // Filters and panels of the same page are no leaving.
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: when,
    withResolver: true,
  });
  return (
    <Dialog onClose={() => blocker.reset?.()} opened={blocker.status === 'blocked'} title={t('unsaved.title')}>
      <p>{t('unsaved.text')}</p>
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('unsaved.stay')}
        </Button>
        <Button onClick={() => blocker.proceed?.()} variant="default">
          {t('unsaved.leave')}
        </Button>
      </Group>
    </Dialog>
  );
}
