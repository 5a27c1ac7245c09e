import { expect, it } from 'vitest';
import { isExit, keyChange } from './keys';
import { type Sheet, sheetOf } from './sheet';
import { shownColumns } from './shown';

const COLUMNS = (['SUBJECT_DN', 'PROFILE', 'RESERVED', 'SERIAL'] as const).map((field, at) => ({
  number: at + 1,
  field,
  name: field,
  requirement: field === 'RESERVED' ? ('EMPTY' as const) : ('REQUIRED' as const),
}));
const SHEET = sheetOf([{ cells: ['a', 'b', '', 'c'] }, { cells: ['d', 'e', '', 'f'] }]);
const SHOWN = shownColumns(COLUMNS, SHEET.rows);
const press = (key: string, [row, column]: readonly [number, number], more = {}, editing = false) =>
  keyChange(
    { key, shiftKey: false, ctrlKey: false, metaKey: false, ...more },
    { ...SHEET, at: { row, column } },
    SHOWN,
    editing,
  );
const moved = (row: number, column: number, extend = false) => ({ type: 'move', to: { row, column }, extend });

it('a column that must be empty is not there until a file fills it', () => {
  expect(SHOWN.map(({ index }) => index)).toEqual([0, 1, 3]);
  expect(shownColumns(COLUMNS, [{ cells: ['', '', 'x', ''] }])).toHaveLength(4);
});

it('arrows step over columns that are not there, with Ctrl to the edge, with Shift selecting', () => {
  expect(press('ArrowRight', [0, 1])).toEqual(moved(0, 3));
  expect(press('ArrowLeft', [0, 3], { shiftKey: true })).toEqual(moved(0, 1, true));
  expect(press('ArrowDown', [0, 1], { ctrlKey: true })).toEqual(moved(1, 1));
  expect(press('End', [0, 0], { metaKey: true })).toEqual(moved(1, 3));
});

it('the tabulator goes on in the next row and leaves at both ends of the sheet', () => {
  expect(press('Tab', [0, 3])).toEqual({ type: 'move', to: { row: 1, column: 0 } });
  expect(press('Tab', [1, 0], { shiftKey: true })).toEqual({ type: 'move', to: { row: 0, column: 3 } });
  const exits = (at: Sheet['at'], shiftKey: boolean) =>
    isExit({ key: 'Tab', shiftKey, ctrlKey: false, metaKey: false }, { ...SHEET, at }, SHOWN);
  expect(exits({ row: 1, column: 3 }, false)).toBe(true);
  expect(exits({ row: 0, column: 0 }, true)).toBe(true);
  expect(exits({ row: 0, column: 3 }, false)).toBe(false);
});

it('while a cell is edited only Enter and the tabulator are those of the sheet', () => {
  expect(press('Enter', [0, 0], {}, true)).toEqual({ type: 'move', to: { row: 1, column: 0 } });
  expect(press('ArrowLeft', [0, 1], {}, true)).toBeUndefined();
  expect(press('z', [0, 1], { ctrlKey: true }, true)).toBeUndefined();
  expect(press('Delete', [0, 1], {}, true)).toBeUndefined();
  expect(press('Z', [0, 1], { ctrlKey: true, shiftKey: true })).toEqual({ type: 'redo' });
});
