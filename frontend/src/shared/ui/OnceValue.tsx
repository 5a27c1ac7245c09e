import { CopyButton } from './CopyButton';
import classes from './Once.module.css';

type Props = {
  readonly value: string;
  readonly what: string;
  /** Whether people read it and type it. */
  readonly legible?: boolean;
};

/** A value that is shown this once, to be copied. */
export function OnceValue({ value, what, legible = false }: Props) {
  return (
    <div className={classes.value} data-legible={legible || undefined}>
      <code>{value}</code>
      <CopyButton value={value} what={what} />
    </div>
  );
}
