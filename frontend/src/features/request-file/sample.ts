import type { Column } from './api';

/** A file with one row made of the examples of the columns, as text with tabs. */
export function sampleTsv(columns: readonly Column[]): string {
  const cells = [...columns]
    .sort((a, b) => a.number - b.number)
    .map((column) => (column.requirement === 'EMPTY' ? '' : (column.example ?? '').replace(/[\t\r\n]+/g, ' ')));
  return `${cells.join('\t')}\r\n`;
}

export function offerDownload(content: Blob | string, fileName: string): void {
  const blob =
    typeof content === 'string' ? new Blob([content], { type: 'text/tab-separated-values;charset=utf-8' }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
