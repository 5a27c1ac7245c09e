import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Names and values, as a description list. */
export function Facts({
  facts,
  layout = 'columns',
}: {
  facts: readonly (Fact | false)[];
  layout?: 'columns' | 'rows';
}) {
  return (
    <dl className={classes.facts} data-layout={layout}>
      {facts
        .filter((fact) => fact !== false)
        .map((fact) => (
          <div className={classes.fact} key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
