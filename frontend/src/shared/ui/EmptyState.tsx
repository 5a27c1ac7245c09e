import { Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

type Props = { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode };

/** Nothing here: says so, why, and offers the next step. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes.empty}>
      <IconInbox aria-hidden="true" className={classes.icon} size="3rem" stroke={1.25} />
      <Title order={2} size="h3">
        {title}
      </Title>
      {children && <div className={classes.text}>{children}</div>}
      {action}
    </div>
  );
}
