import classes from './submission.module.css';

type Props = { readonly name: string; readonly email: string };

/** A subscriber administrator in a list; of whom no name is known, the address stands for it. */
export function Holder({ name, email }: Props) {
  return (
    <>
      {name}
      {email !== name && (
        <>
          <br />
          <span className={classes.note}>{email}</span>
        </>
      )}
    </>
  );
}

/** The same in one line; the address is told only to whom a link still is for. */
export const holderText = (name: string, email: string | undefined): string =>
  email === undefined || email === name ? name : `${name} (${email})`;
