import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Status.module.css';

/** ok: as it should be · wait: somebody's turn · warn: soon a problem · bad: a problem · idle: over, nothing to do */
export type Tone = 'ok' | 'wait' | 'warn' | 'bad' | 'idle' | 'info';

export const TONE_ICON = {
  ok: IconCircleCheck,
  wait: IconClock,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  idle: IconCircleDashed,
  info: IconInfoCircle,
} as const;

/** A state, never by colour alone: icon and word. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = TONE_ICON[tone];
  return (
    <span className={classes.status} data-tone={tone}>
      <Icon aria-hidden="true" size="1.1em" stroke={2} />
      <span>{children}</span>
    </span>
  );
}
