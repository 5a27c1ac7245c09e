import { type ReactNode, useId } from 'react';
import classes from './choices.module.css';

export type Choice<T extends string> = { readonly value: T; readonly name: ReactNode; readonly line?: ReactNode };

type Props<T extends string> = {
  readonly legend: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  readonly id?: string;
  readonly row?: boolean;
  readonly errorId?: string | undefined;
};

/** One of a few, each with a line that says when to take it. */
export function ChoiceGroup<T extends string>(props: Props<T>) {
  const name = useId();
  return (
    <fieldset aria-describedby={props.errorId} className={classes.choices}>
      <legend className={classes.legend}>{props.legend}</legend>
      <div className={props.row ? classes.row : classes.choices}>
        {props.choices.map((choice, index) => (
          <label className={classes.choice} key={choice.value}>
            <input
              checked={props.value === choice.value}
              id={index === 0 ? props.id : undefined}
              name={name}
              onChange={() => props.onChange(choice.value)}
              type="radio"
              value={choice.value}
            />
            <span>
              <span className={classes.name}>{choice.name}</span>
              {choice.line && <span className={classes.line}>{choice.line}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
