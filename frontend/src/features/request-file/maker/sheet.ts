/** What the server found at a cell, which stands until the cell is changed. Column 0 is the row as a whole. */
export type Refusal = {
  readonly column: number;
  readonly code: string;
  readonly message: string;
  readonly cure: string;
};

/** One row of the file. Rows are never changed but replaced, so that one that is the same object is the same row. */
export type Row = { readonly cells: readonly string[]; readonly refusals?: readonly Refusal[] | undefined };

export type Rows = readonly Row[];

/** A cell: places of rows and columns, both from 0. */
export type Place = { readonly row: number; readonly column: number };

/** Rows, the cell one is at, the cell a selection began at, and what undoing and redoing lead to. */
export type Sheet = {
  readonly rows: Rows;
  readonly at: Place;
  readonly from: Place;
  readonly past: readonly Rows[];
  readonly future: readonly Rows[];
};

export type Change =
  | { readonly type: 'move'; readonly to: Place; readonly extend?: boolean }
  | { readonly type: 'select'; readonly from: Place; readonly to: Place }
  | { readonly type: 'set'; readonly value: string }
  /** The block's columns go into these columns of the sheet. */
  | { readonly type: 'paste'; readonly block: readonly (readonly string[])[]; readonly columns: readonly number[] }
  | { readonly type: 'clear' }
  | { readonly type: 'fill'; readonly toEnd: boolean }
  | { readonly type: 'insert' | 'duplicate' | 'delete' }
  | { readonly type: 'undo' | 'redo' }
  | { readonly type: 'replace'; readonly rows: Rows };

const MOST_STEPS = 100;
const NOWHERE: Place = { row: 0, column: 0 };

export function sheetOf(rows: Rows): Sheet {
  return { rows: rows.length > 0 ? rows : [blankRow(0)], at: NOWHERE, from: NOWHERE, past: [], future: [] };
}

export function blankRow(width: number): Row {
  return { cells: Array.from({ length: width }, () => '') };
}

export function isBlank({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The corners of the selection, the upper left one first. */
export function selection({ at, from }: Pick<Sheet, 'at' | 'from'>): readonly [Place, Place] {
  return [
    { row: Math.min(at.row, from.row), column: Math.min(at.column, from.column) },
    { row: Math.max(at.row, from.row), column: Math.max(at.column, from.column) },
  ];
}

/** The row with values in some of its columns. What the server said about those is no longer true. */
export function withCells(row: Row, values: ReadonlyMap<number, string>): Row {
  const changed = [...values].filter(([column, value]) => (row.cells[column] ?? '') !== value);
  if (changed.length === 0) return row;
  const cells = [...row.cells];
  for (const [column, value] of changed) {
    while (cells.length < column) cells.push('');
    cells[column] = value;
  }
  const refusals = row.refusals?.filter(({ column }) => column > 0 && !changed.some(([at]) => at + 1 === column));
  return { cells, ...(refusals?.length && { refusals }) };
}

export function change(sheet: Sheet, by: Change): Sheet {
  switch (by.type) {
    case 'move':
      return { ...sheet, at: inside(sheet.rows, by.to), from: by.extend ? sheet.from : inside(sheet.rows, by.to) };
    case 'select':
      return { ...sheet, at: inside(sheet.rows, by.to), from: inside(sheet.rows, by.from) };
    case 'undo':
      return travel(sheet, sheet.past, (rows, rest) => ({ past: rest, future: [...sheet.future, rows] }));
    case 'redo':
      return travel(sheet, sheet.future, (rows, rest) => ({ future: rest, past: [...sheet.past, rows] }));
    default:
      return edit(sheet, by);
  }
}

function edit(sheet: Sheet, by: Exclude<Change, { readonly type: 'move' | 'select' | 'undo' | 'redo' }>): Sheet {
  const { rows, at } = sheet;
  const [first, last] = selection(sheet);
  switch (by.type) {
    case 'set':
      return become(
        sheet,
        replaced(rows, at.row, at.row, (row) => withCells(row, new Map([[at.column, by.value]]))),
      );
    case 'paste':
      return paste(sheet, first.row, by.block, by.columns);
    case 'clear':
      return become(
        sheet,
        replaced(rows, first.row, last.row, (row) =>
          withCells(
            row,
            across(first, last, () => ''),
          ),
        ),
      );
    case 'fill':
      return fill(sheet, first, last, by.toEnd);
    case 'insert': {
      const below = { row: last.row + 1, column: at.column };
      return become(sheet, rows.toSpliced(below.row, 0, blankRow(widthOf(rows))), below);
    }
    case 'duplicate': {
      const copies = rows.slice(first.row, last.row + 1).map(({ cells }) => ({ cells }));
      return become(sheet, rows.toSpliced(last.row + 1, 0, ...copies), { row: last.row + 1, column: at.column });
    }
    case 'delete': {
      const left = rows.toSpliced(first.row, last.row - first.row + 1);
      return become(sheet, left.length > 0 ? left : [blankRow(widthOf(rows))], { row: first.row, column: at.column });
    }
    case 'replace':
      return become(sheet, by.rows, NOWHERE);
  }
}

function paste(sheet: Sheet, top: number, block: readonly (readonly string[])[], columns: readonly number[]): Sheet {
  const rows = [...sheet.rows];
  while (rows.length < top + block.length) rows.push(blankRow(widthOf(sheet.rows)));
  block.forEach((line, index) => {
    const values = new Map(columns.slice(0, line.length).map((column, i) => [column, line[i] ?? ''] as const));
    rows[top + index] = withCells(rows[top + index] as Row, values);
  });
  const width = Math.max(...block.map((line) => line.length));
  const corner = { row: top + block.length - 1, column: columns[Math.min(width, columns.length) - 1] ?? 0 };
  return { ...become(sheet, rows), from: { row: top, column: columns[0] ?? 0 }, at: corner };
}

/** The uppermost value of the selection goes down; into a single row, as spreadsheets do it, comes the one above it. */
function fill(sheet: Sheet, first: Place, last: Place, toEnd: boolean): Sheet {
  const end = toEnd ? sheet.rows.length - 1 : last.row;
  const top = first.row === end ? first.row - 1 : first.row;
  const source = sheet.rows[top];
  if (!source) return sheet;
  const values = across(first, last, (column) => source.cells[column] ?? '');
  return become(
    sheet,
    replaced(sheet.rows, top + 1, end, (row) => withCells(row, values)),
  );
}

function across(first: Place, last: Place, value: (column: number) => string): ReadonlyMap<number, string> {
  const columns = Array.from({ length: last.column - first.column + 1 }, (_, i) => first.column + i);
  return new Map(columns.map((column) => [column, value(column)]));
}

function replaced(rows: Rows, first: number, last: number, by: (row: Row) => Row): Rows {
  return rows.map((row, index) => (index >= first && index <= last ? by(row) : row));
}

/** Other rows as one step, unless they are the same. */
function become(sheet: Sheet, rows: Rows, at?: Place): Sheet {
  const same = rows.length === sheet.rows.length && rows.every((row, index) => row === sheet.rows[index]);
  if (same) return sheet;
  const place = inside(rows, at ?? sheet.at);
  return {
    rows,
    at: place,
    from: at ? place : inside(rows, sheet.from),
    past: [...sheet.past, sheet.rows].slice(-MOST_STEPS),
    future: [],
  };
}

function travel(
  sheet: Sheet,
  steps: readonly Rows[],
  rest: (now: Rows, left: readonly Rows[]) => Pick<Sheet, 'past'> & Pick<Sheet, 'future'>,
): Sheet {
  const rows = steps.at(-1);
  if (!rows) return sheet;
  const at = inside(rows, sheet.at);
  return { rows, at, from: at, ...rest(sheet.rows, steps.slice(0, -1)) };
}

function inside(rows: Rows, { row, column }: Place): Place {
  return { row: Math.max(0, Math.min(row, rows.length - 1)), column };
}

function widthOf(rows: Rows): number {
  return rows[0]?.cells.length ?? 0;
}
