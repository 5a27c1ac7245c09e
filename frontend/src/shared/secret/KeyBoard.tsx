import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './keyboard.module.css';
import { type Place, step, symbolName } from './keys';

type Props = {
  readonly label: string;
  readonly rows: readonly string[];
  /** What a key enters. */
  readonly charOf?: (key: string) => string;
  readonly onKey: (char: string) => void;
};

/** Keys as buttons. One stop for the Tab key; the arrow keys go from key to key. */
export function KeyBoard({ label, rows, charOf = (key) => key, onKey }: Props) {
  const { t } = useTranslation('keyboard');
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 });
  const board = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const next = step(rows, current, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    board.current?.querySelector<HTMLElement>(`[data-place="${next.row},${next.column}"]`)?.focus();
  };

  const nameOf = (char: string) => {
    const symbol = symbolName(char);
    if (symbol) return t(`symbol.${symbol}`);
    return char === char.toLowerCase() ? char : t('capital', { letter: char });
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons.
    <div aria-label={label} className={classes.board} onKeyDown={move} ref={board} role="group">
      {rows.map((row, rowIndex) => (
        <div className={classes.row} key={row}>
          {[...row].map((key, column) => {
            const char = charOf(key);
            const here = current.row === rowIndex && current.column === column;
            return (
              <button
                aria-label={nameOf(char)}
                className={classes.key}
                data-place={`${rowIndex},${column}`}
                key={key}
                onClick={() => onKey(char)}
                onFocus={() => setCurrent({ row: rowIndex, column })}
                tabIndex={here ? 0 : -1}
                type="button"
              >
                {char}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
