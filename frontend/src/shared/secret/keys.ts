/** The keys in their fixed order: an order that changes helps nobody who sees the screen, and hinders everybody else. */
export const LETTER_ROWS: readonly string[] = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** What ASCII has besides letters, digits and the space, each with the name under which its spoken name is kept. */
export const SYMBOLS = {
  '!': 'exclamation',
  '"': 'quotation',
  '#': 'number',
  $: 'dollar',
  '%': 'percent',
  '&': 'ampersand',
  "'": 'apostrophe',
  '(': 'openParenthesis',
  ')': 'closeParenthesis',
  '*': 'asterisk',
  '+': 'plus',
  ',': 'comma',
  '-': 'hyphen',
  '.': 'period',
  '/': 'slash',
  ':': 'colon',
  ';': 'semicolon',
  '<': 'less',
  '=': 'equals',
  '>': 'greater',
  '?': 'question',
  '@': 'at',
  '[': 'openBracket',
  '\\': 'backslash',
  ']': 'closeBracket',
  '^': 'caret',
  _: 'underscore',
  '`': 'backtick',
  '{': 'openBrace',
  '|': 'bar',
  '}': 'closeBrace',
  '~': 'tilde',
} as const;

export type SymbolName = (typeof SYMBOLS)[keyof typeof SYMBOLS];

export const SYMBOL_ROWS: readonly string[] = rowsOf(Object.keys(SYMBOLS), 8);

export function symbolName(key: string): SymbolName | undefined {
  return (SYMBOLS as Readonly<Record<string, SymbolName>>)[key];
}

function rowsOf(keys: readonly string[], width: number): string[] {
  return Array.from({ length: Math.ceil(keys.length / width) }, (_, row) =>
    keys.slice(row * width, (row + 1) * width).join(''),
  );
}

export type Place = { readonly row: number; readonly column: number };

/** Where an arrow key leads: always to a key, never off the board. */
export function step(rows: readonly string[], { row, column }: Place, key: string): Place | undefined {
  const at = (toRow: number, toColumn: number): Place => {
    const safeRow = Math.min(Math.max(toRow, 0), rows.length - 1);
    const last = (rows[safeRow]?.length ?? 1) - 1;
    return { row: safeRow, column: Math.min(Math.max(toColumn, 0), last) };
  };
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'Home':
      return at(row, 0);
    case 'End':
      return at(row, Number.POSITIVE_INFINITY);
    default:
      return undefined;
  }
}
