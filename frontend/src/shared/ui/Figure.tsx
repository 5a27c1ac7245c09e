import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Figure.module.css';
import { TONE_ICON, type Tone } from './Status';

type Props = {
  readonly label: string;
  readonly value: string | undefined;
  readonly tone?: Tone;
  readonly link?: ReactNode;
};

/** One number worth knowing, with the list behind it. */
export function Figure({ label, value, tone = 'info', link }: Props) {
  const Icon = TONE_ICON[tone];
  return (
    <div className={classes.figure} data-tone={tone}>
      <p className={classes.label}>
        <Icon aria-hidden="true" size="1.1rem" stroke={2} /> {label}
      </p>
      <div className={classes.value}>{value ?? <Skeleton height={36} width={72} />}</div>
      {link}
    </div>
  );
}
