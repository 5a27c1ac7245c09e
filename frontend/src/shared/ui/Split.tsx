import type { ReactNode } from 'react';
import classes from './Split.module.css';

type Props = { readonly children: ReactNode; readonly aside: ReactNode; readonly asideLabel: string };

/** What one works on, and beside it, always in sight where there is room, what comes of it. */
export function Split({ children, aside, asideLabel }: Props) {
  return (
    <div className={classes.split}>
      <div className={classes.column}>{children}</div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <aside aria-label={asideLabel} className={`${classes.column} ${classes.aside}`} tabIndex={0}>
        {aside}
      </aside>
    </div>
  );
}
