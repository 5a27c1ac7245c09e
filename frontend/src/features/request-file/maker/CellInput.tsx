import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import classes from './maker.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  /** What is being typed; undefined until the first key. */
  readonly draft: string | undefined;
  readonly focused: boolean;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onDraft: (draft: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** The field of the cell one is at. Until something is typed its whole value is selected, so that typing replaces it. */
export function CellInput({ label, value, draft, focused, invalid, describedBy, onDraft, onKeyDown }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const editing = draft !== undefined;
  useLayoutEffect(() => {
    if (!focused) return;
    input.current?.focus({ preventScroll: true });
    input.current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [focused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a value that was undone is selected anew.
  useLayoutEffect(() => {
    if (focused && !editing) input.current?.select();
    // What is edited rather than replaced goes on at its end.
    if (editing && draft === value) input.current?.setSelectionRange(value.length, value.length);
  }, [focused, editing, value]);
  return (
    <input
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-label={label}
      autoComplete="off"
      className={classes.input}
      data-editing={editing || undefined}
      onChange={(event) => onDraft(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      ref={input}
      spellCheck={false}
      tabIndex={focused ? 0 : -1}
      type="text"
      value={draft ?? value}
    />
  );
}
