import type { ReactNode } from 'react';
import { Status, type Tone } from '../../shared/ui/Status';
import classes from './home.module.css';

type Props = {
  readonly tone: Tone;
  readonly status: ReactNode;
  readonly note?: ReactNode;
  /** Where it is done. */
  readonly children: ReactNode;
};

/** One line of what needs somebody. */
export function Task({ tone, status, note, children }: Props) {
  return (
    <li className={classes.task}>
      <Status tone={tone}>{status}</Status>
      <span className={classes.taskText}>
        {children}
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </li>
  );
}
