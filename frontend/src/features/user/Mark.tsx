import classes from './user.module.css';

/** ○ × ● –, as people know them from the bank's lists; each with its word for those who hear it. */
export function Mark({ sign, word }: { sign: '○' | '×' | '●' | '–'; word: string }) {
  return (
    <span className={classes.mark} title={word}>
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
