import type { ReactNode } from 'react';
import classes from './Callout.module.css';
import { TONE_ICON, type Tone } from './Status';

type Props = {
  readonly tone: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** `alert` interrupts a screen reader: only for what answers the user's last action. */
  readonly role?: 'alert' | 'status';
};

export function Callout({ tone, title, children, role }: Props) {
  const Icon = TONE_ICON[tone];
  return (
    <div className={classes.callout} data-tone={tone} role={role}>
      <Icon aria-hidden="true" className={classes.icon} size="1.5rem" stroke={2} />
      <div className={classes.body}>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
