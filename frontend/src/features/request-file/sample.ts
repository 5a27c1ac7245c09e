import type { Column } from './api';

/** A file with one row made of the examples of the columns, as text with tabs. */
export function sampleTsv(columns: readonly Column[]): string {
  const cells = [...columns]
    .sort((a, b) => a.number - b.number)
    .map((column) => (column.requirement === 'EMPTY' ? '' : (column.example ?? '').replace(/[\t\r\n]+/g, ' ')));
  return `${cells.join('\t')}\r\n`;
}
