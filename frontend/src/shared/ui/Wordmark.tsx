import classes from './Wordmark.module.css';

/** The seal and the name. The seal alone is the favicon. */
export function Wordmark() {
  return (
    <span className={classes.mark}>
      <svg aria-hidden="true" className={classes.seal} viewBox="0 0 32 32">
        <rect height="32" rx="7.5" width="32" />
        <rect className={classes.ring} height="24" rx="4.5" width="24" x="4" y="4" />
        <path d="M10 16.6l4.2 4.2L22.4 12" />
      </svg>
      <span className={classes.name} lang="ja">
        証明
      </span>
      <span className={classes.latin} lang="en">
        Shomei
      </span>
    </span>
  );
}
