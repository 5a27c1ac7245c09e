import classes from './profile.module.css';

type Item = { readonly id: string; readonly name: string; readonly text: string };

/** Names that only people of the trade know, each with what it means for everybody else. */
export function Explained({ items }: { items: readonly Item[] }) {
  return (
    <ul className={classes.explained}>
      {items.map(({ id, name, text }) => (
        <li key={id}>
          <span className={classes.name}>{name}</span>
          <span className={classes.note}>{text}</span>
        </li>
      ))}
    </ul>
  );
}
