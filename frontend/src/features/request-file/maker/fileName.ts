import { requestFileName } from '../../../api/requestFiles';
import type { Format } from './format';

/** `server-issue-20261126-0915.tsv`: what it is and when it was made, by the clock on the wall. */
export function fileName({ kind, operation }: Pick<Format, 'kind' | 'operation'>, at: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `${requestFileName(kind, operation)}-${day}-${two(at.getHours())}${two(at.getMinutes())}.tsv`;
}
