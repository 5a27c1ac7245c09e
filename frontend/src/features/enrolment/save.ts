import type { CollectedFile } from './api';

/** Hands a file that is already here to the browser's downloads. */
export function save({ blob, name }: CollectedFile): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
