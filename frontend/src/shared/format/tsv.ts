export type TextEncodingName = 'UTF-8' | 'Shift_JIS' | 'UTF-16LE' | 'UTF-16BE';

/** A text file as text: by its byte order mark, as UTF-8 where it is that, else as Shift_JIS. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncodingName } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded(bytes, 'utf-16le'), encoding: 'UTF-16LE' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoded(bytes, 'utf-16be'), encoding: 'UTF-16BE' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: decoded(bytes, 'shift_jis'), encoding: 'Shift_JIS' };
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The rows of a file with tabs: nothing is quoted, the end of the last line may be missing, empty lines are no rows. */
export function parseTsv(text: string): string[][] {
  return text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
}

/** The other way round. A value cannot hold what separates values, so a space stands for it. */
export function printTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(oneLine).join('\t')}\r\n`).join('');
}

export function oneLine(value: string): string {
  return value.replace(/[\t\r\n]+/g, ' ');
}

/**
 * A block of cells as spreadsheets put it on the clipboard. They quote a cell with a tab, a line break or a quotation mark in
 * it and double the marks inside; the cell of a request file is one line.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/y;
  for (;;) {
    const [, value = '', end = ''] = cell.exec(text) ?? [];
    rows.at(-1)?.push(oneLine(isQuoted(value) ? value.slice(1, -1).replaceAll('""', '"') : value));
    const over = cell.lastIndex >= text.length;
    if (over && end === '\t') rows.at(-1)?.push('');
    if (over || end === '') return rows;
    if (end !== '\t') rows.push([]);
  }
}

function isQuoted(value: string): boolean {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"');
}
