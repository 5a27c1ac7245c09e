import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onActiveCall } from '../../api/client';
import { durationMillis } from '../../shared/format/dates';
import { Dialog } from '../../shared/ui/Dialog';
import { useExtendSession } from './api';
import { type IdlePhase, idlePhase, lastActivity, noteActivity } from './idleTimer';

type Props = { readonly idleTimeout: string; readonly onEnded: () => void; readonly onLogOut: () => void };

/** Warns before the session ends for want of activity, and leaves when it has. */
export function IdleWatch({ idleTimeout, onEnded, onLogOut }: Props) {
  const { t } = useTranslation('session');
  const [phase, setPhase] = useState<IdlePhase>({ name: 'active' });
  const extend = useExtendSession();
  const ended = useRef(onEnded);
  ended.current = onEnded;

  useEffect(() => {
    const started = Date.now();
    noteActivity(started);
    return onActiveCall(() => noteActivity(Date.now()));
  }, []);

  useEffect(() => {
    const timeout = durationMillis(idleTimeout);
    const started = Date.now();
    let over = false;
    const timer = setInterval(() => {
      const next = idlePhase(Date.now(), lastActivity(started), timeout);
      setPhase((before) => (before.name === 'active' && next.name === 'active' ? before : next));
      if (next.name === 'ended' && !over) {
        over = true;
        ended.current();
      }
    }, 1000);
    return () => clearInterval(timer);
  }, [idleTimeout]);

  const left = phase.name === 'warning' ? phase.secondsLeft : 0;
  return (
    <Dialog
      closeOnClickOutside={false}
      onClose={() => extend.mutate()}
      opened={phase.name === 'warning'}
      title={t('idle.title')}
      withCloseButton={false}
    >
      <p aria-live="off">
        {t('idle.text', { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, '0') })}
      </p>
      <Group gap="sm" justify="flex-end">
        <Button onClick={onLogOut} variant="default">
          {t('idle.logOut')}
        </Button>
        <Button data-autofocus loading={extend.isPending} onClick={() => extend.mutate()}>
          {t('idle.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
