import type { IpAllowlistEntry } from './api';

/** An entry while it is edited: it keeps its place and its field, whatever is typed. */
export type Row = { readonly key: string; readonly range: string; readonly memo: string };

let made = 0;

export const rowOf = (range = '', memo = ''): Row => ({ key: `row-${made++}`, range, memo });

export const rowsOf = (entries: readonly IpAllowlistEntry[]): Row[] =>
  entries.map((entry) => rowOf(entry.range, entry.memo ?? ''));

/** What is sent: rows that nobody wrote anything into are no entries. */
export const filled = (rows: readonly Row[]): Row[] => rows.filter((row) => row.range.trim() || row.memo.trim());

export const entriesOf = (rows: readonly Row[]): IpAllowlistEntry[] =>
  filled(rows).map((row) => ({ range: row.range.trim(), memo: row.memo.trim() }));

export type Change = { readonly range: string; readonly before: string; readonly after: string };

/** What a new list adds, drops and renames. Its order is of no account. */
export function changesOf(before: readonly IpAllowlistEntry[], after: readonly IpAllowlistEntry[]): Change[] {
  const words = (entry: IpAllowlistEntry | undefined) =>
    entry ? [entry.range, entry.memo].filter(Boolean).join(' — ') : '';
  const find = (entries: readonly IpAllowlistEntry[], range: string) => entries.find((entry) => entry.range === range);
  const ranges = [...new Set([...before, ...after].map((entry) => entry.range))];
  return ranges
    .map((range) => ({ range, before: words(find(before, range)), after: words(find(after, range)) }))
    .filter((change) => change.before !== change.after);
}

/** The list as a file that the import takes and spreadsheets know by its mark. */
export function csvOf(entries: readonly IpAllowlistEntry[], headings: readonly [string, string]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [headings, ...entries.map((entry) => [entry.range, entry.memo ?? ''])];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
