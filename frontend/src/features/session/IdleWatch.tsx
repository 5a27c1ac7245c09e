import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countActivity, type IdleEvent, isActionUntold, noteAction, onAction } from '../../api/activity';
import { durationMillis } from '../../shared/format/dates';
import { Dialog } from '../../shared/ui/Dialog';
import { useExtendSession } from './api';
import { type IdlePhase, idlePhase, lastActivity, noteActivity, TELL_MILLIS } from './idleTimer';

type Props = {
  readonly idleTimeout: string;
  readonly idleEvent: IdleEvent;
  readonly onEnded: () => void;
  readonly onLogOut: () => void;
};

/** Warns a minute before the session ends for want of clicks, or of requests, and leaves when it has (SC-070). */
export function IdleWatch({ idleTimeout, idleEvent, onEnded, onLogOut }: Props) {
  const { t } = useTranslation('session');
  const [phase, setPhase] = useState<IdlePhase>({ name: 'active' });
  const extend = useExtendSession();
  const latest = useRef({ onEnded, extend: extend.mutate });
  latest.current = { onEnded, extend: extend.mutate };

  useEffect(() => {
    countActivity(idleEvent);
    return () => countActivity('CLICK');
  }, [idleEvent]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      if (isActionUntold()) latest.current.extend();
    };
    noteActivity(Date.now());
    const stop = onAction(() => {
      noteActivity(Date.now());
      setPhase({ name: 'active' });
      timer ??= setTimeout(tell, TELL_MILLIS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
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
        latest.current.onEnded();
      }
    }, 1000);
    return () => clearInterval(timer);
  }, [idleTimeout]);

  // The Escape key is as good as the button.
  const stay = () => {
    noteAction();
    extend.mutate();
  };
  const left = phase.name === 'warning' ? phase.secondsLeft : 0;
  return (
    <Dialog
      closeOnClickOutside={false}
      onClose={stay}
      opened={phase.name === 'warning'}
      title={t('idle.title')}
      withCloseButton={false}
    >
      <p aria-live="off">{t('idle.text', { count: left })}</p>
      <Group gap="sm" justify="flex-end" mt="lg">
        <Button onClick={onLogOut} variant="default">
          {t('idle.logOut')}
        </Button>
        <Button data-autofocus loading={extend.isPending} onClick={stay}>
          {t('idle.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}
