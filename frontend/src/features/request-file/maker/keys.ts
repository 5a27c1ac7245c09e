import type { KeyboardEvent } from 'react';
import type { Change, Place, Sheet } from './sheet';
import type { ShownColumn } from './shown';

const PAGE = 12;
type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** What a key does in the sheet; undefined where it is the field's own. */
export function keyChange(
  key: Key,
  sheet: Sheet,
  columns: readonly ShownColumn[],
  editing: boolean,
): Change | undefined {
  const command = key.ctrlKey || key.metaKey;
  if (key.key === 'Tab') return { type: 'move', to: neighbour(sheet.at, columns, key.shiftKey ? -1 : 1) };
  if (editing) {
    if (key.key !== 'Enter') return undefined;
    return { type: 'move', to: { ...sheet.at, row: sheet.at.row + (key.shiftKey ? -1 : 1) } };
  }
  const place = command ? edge(key.key, sheet, columns) : step(key.key, sheet, columns);
  if (place) return { type: 'move', to: place, extend: key.shiftKey };
  return command ? commandOf(key, sheet, columns) : plain(key.key);
}

/** Whether the tabulator leads out of the sheet: from its first cell backwards and from its last one on. */
export function isExit(key: Key, { at, rows }: Sheet, columns: readonly ShownColumn[]): boolean {
  if (key.key !== 'Tab') return false;
  const [row, column] = key.shiftKey ? [0, columns[0]?.index] : [rows.length - 1, columns.at(-1)?.index];
  return at.row === row && at.column === column;
}

function plain(key: string): Change | undefined {
  return key === 'Delete' || key === 'Backspace' ? { type: 'clear' } : undefined;
}

function commandOf({ key, shiftKey }: Key, { rows }: Sheet, columns: readonly ShownColumn[]): Change | undefined {
  switch (key.toLowerCase()) {
    case 'z':
      return { type: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { type: 'redo' };
    case 'd':
      return { type: 'fill', toEnd: false };
    case 'a':
      return {
        type: 'select',
        from: { row: 0, column: columns[0]?.index ?? 0 },
        to: { row: rows.length - 1, column: columns.at(-1)?.index ?? 0 },
      };
    case 'enter':
      return { type: shiftKey ? 'duplicate' : 'insert' };
    case 'backspace':
      return { type: 'delete' };
    default:
      return undefined;
  }
}

function step(key: string, { at }: Sheet, columns: readonly ShownColumn[]): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: at.row - 1 };
    case 'ArrowDown':
      return { ...at, row: at.row + 1 };
    case 'ArrowLeft':
      return { ...at, column: beside(at.column, columns, -1) };
    case 'ArrowRight':
      return { ...at, column: beside(at.column, columns, 1) };
    case 'PageUp':
      return { ...at, row: at.row - PAGE };
    case 'PageDown':
      return { ...at, row: at.row + PAGE };
    case 'Home':
      return { ...at, column: columns[0]?.index ?? 0 };
    case 'End':
      return { ...at, column: columns.at(-1)?.index ?? 0 };
    default:
      return undefined;
  }
}

function edge(key: string, { at, rows }: Sheet, columns: readonly ShownColumn[]): Place | undefined {
  const [first, last] = [columns[0]?.index ?? 0, columns.at(-1)?.index ?? 0];
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: 0 };
    case 'ArrowDown':
      return { ...at, row: rows.length - 1 };
    case 'ArrowLeft':
      return { ...at, column: first };
    case 'ArrowRight':
      return { ...at, column: last };
    case 'Home':
      return { row: 0, column: first };
    case 'End':
      return { row: rows.length - 1, column: last };
    default:
      return undefined;
  }
}

function beside(column: number, columns: readonly ShownColumn[], by: 1 | -1): number {
  const at = columns.findIndex(({ index }) => index === column);
  return columns[Math.max(0, Math.min(at + by, columns.length - 1))]?.index ?? column;
}

/** The next cell, at the end of a row the first of the next one. */
function neighbour({ row, column }: Place, columns: readonly ShownColumn[], by: 1 | -1): Place {
  const at = columns.findIndex(({ index }) => index === column) + by;
  const next = columns[at];
  if (next) return { row, column: next.index };
  return { row: row + by, column: columns.at(by > 0 ? 0 : -1)?.index ?? column };
}
