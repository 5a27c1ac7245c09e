import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Card.module.css';

type Props = {
  readonly title?: ReactNode;
  readonly order?: 2 | 3 | 4;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'sunken';
};

/** A part of a page with its own heading. */
export function Card({ title, order = 2, actions, children, tone = 'plain' }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined} className={classes.card} data-tone={tone}>
      {(title || actions) && (
        <div className={classes.head}>
          {title && (
            <Title id={id} order={order} size={order === 2 ? 'h2' : 'h3'}>
              {title}
            </Title>
          )}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
