import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Change, change, type Rows, type Sheet, sheetOf } from './sheet';

const rowsOf = (...lines: string[]): Rows =>
  lines.map((line) => ({ cells: line.split(' ').map((c) => c.replace('_', '')) }));
const linesOf = ({ rows }: Pick<Sheet, 'rows'>) => rows.map(({ cells }) => cells.map((c) => c || '_').join(' '));
const after = (sheet: Sheet, ...changes: Change[]) => changes.reduce(change, sheet);
const at = (row: number, column: number) => ({ type: 'move', to: { row, column } }) as const;
const to = (row: number, column: number) => ({ type: 'move', to: { row, column }, extend: true }) as const;

it('a block is pasted from the upper left of the selection and makes the rows it needs', () => {
  const sheet = after(sheetOf(rowsOf('a b c')), at(0, 1), {
    type: 'paste',
    block: [['1', '2'], ['3'], ['4', '5', '6']],
    columns: [1, 2],
  });
  expect(linesOf(sheet)).toEqual(['a 1 2', '_ 3 _', '_ 4 5']);
  expect([sheet.from, sheet.at]).toEqual([
    { row: 0, column: 1 },
    { row: 2, column: 2 },
  ]);
});

it('the first value of a selection goes down; into one row comes the one above; or to the end', () => {
  const sheet = sheetOf(rowsOf('a b', 'c d', 'e f', 'g h'));
  expect(linesOf(after(sheet, at(0, 0), to(2, 1), { type: 'fill', toEnd: false }))).toEqual([
    'a b',
    'a b',
    'a b',
    'g h',
  ]);
  expect(linesOf(after(sheet, at(2, 1), { type: 'fill', toEnd: false }))).toEqual(['a b', 'c d', 'e d', 'g h']);
  expect(linesOf(after(sheet, at(1, 0), { type: 'fill', toEnd: true }))).toEqual(['a b', 'c d', 'c f', 'c h']);
});

it('rows are added, duplicated and deleted below and with the selection; the last one leaves a blank one', () => {
  const sheet = sheetOf(rowsOf('a b', 'c d'));
  expect(linesOf(after(sheet, { type: 'insert' }))).toEqual(['a b', '_ _', 'c d']);
  expect(linesOf(after(sheet, at(0, 0), to(1, 0), { type: 'duplicate' }))).toEqual(['a b', 'c d', 'a b', 'c d']);
  expect(linesOf(after(sheet, at(0, 0), to(1, 0), { type: 'delete' }))).toEqual(['_ _']);
});

it('what the server refused is forgotten at the cell that is changed, and there alone', () => {
  const refusal = (column: number) => ({ column, code: '201', message: 'm', cure: 'c' });
  const rows = [{ cells: ['a', 'b'], refusals: [refusal(0), refusal(1), refusal(2)] }];
  const [row] = after(sheetOf(rows), at(0, 1), { type: 'set', value: 'x' }).rows;
  expect(row?.refusals?.map(({ column }) => column)).toEqual([1]);
  expect(after(sheetOf(rows), at(0, 1), { type: 'set', value: 'b' }).rows[0]).toBe(rows[0]);
});

it('whatever was done is undone step by step, and done again', () => {
  const place = fc.record({ row: fc.nat(9), column: fc.nat(2) });
  const some: fc.Arbitrary<Change> = fc.oneof(
    fc.record({ type: fc.constant('move' as const), to: place, extend: fc.boolean() }),
    fc.record({ type: fc.constant('set' as const), value: fc.string({ maxLength: 3 }) }),
    fc.record({ type: fc.constantFrom('clear' as const, 'insert' as const, 'duplicate' as const, 'delete' as const) }),
    fc.record({ type: fc.constant('fill' as const), toEnd: fc.boolean() }),
    fc.record({
      type: fc.constant('paste' as const),
      block: fc.array(fc.array(fc.string({ maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
      columns: fc.constant([0, 1, 2]),
    }),
  );
  fc.assert(
    fc.property(fc.array(some, { maxLength: 40 }), (changes) => {
      const before = sheetOf(rowsOf('a b c', 'd e f'));
      const done = after(before, ...changes);
      const steps = done.past.length;
      const undone = after(done, ...Array.from({ length: steps }, () => ({ type: 'undo' }) as const));
      expect(undone.rows).toBe(before.rows);
      const again = after(undone, ...Array.from({ length: steps }, () => ({ type: 'redo' }) as const));
      expect(again.rows).toBe(done.rows);
      expect(done.rows[done.at.row]).toBeDefined();
    }),
  );
});
