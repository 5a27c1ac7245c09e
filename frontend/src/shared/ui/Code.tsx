import { Fragment } from 'react';
import classes from './Code.module.css';
import { CopyButton } from './CopyButton';

/** A serial or fingerprint: mono, grouped for the eye, copied without the grouping when `copy` says so. */
export function Code({ text, copy, what }: { text: string; copy?: string; what: string }) {
  return (
    <span className={classes.line}>
      <span className={classes.code}>
        {text.split(/(?<=[:,])/).map((part, index) => (
          <Fragment key={index}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </span>
      <CopyButton value={copy ?? text} what={what} />
    </span>
  );
}

type BlockProps = {
  readonly text: string;
  readonly what: string;
  /** For what is one long line: shown whole, copied without the breaks. */
  readonly wrap?: boolean;
};

/** A longer text to read or copy as it is. */
export function CodeBlock({ text, what, wrap }: BlockProps) {
  return (
    <div className={classes.block}>
      <div className={classes.copy}>
        <CopyButton value={text} what={what} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={what} className={classes.scroll} tabIndex={0}>
        <pre className={classes.pre} data-wrap={wrap || undefined}>
          {text}
        </pre>
      </section>
    </div>
  );
}
