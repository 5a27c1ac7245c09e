export type CountFault = 'missing' | 'noNumber' | 'tooMany';

/** How many somebody wants, as typed; full-width digits are digits, too. */
export function countOf(typed: string): number {
  const text = typed.normalize('NFKC').replace(/[,\s]/g, '');
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** Why that many cannot be had where at most so many are left (DN-020). */
export function countFault(typed: string, most: number): CountFault | undefined {
  if (typed.trim() === '') return 'missing';
  const count = countOf(typed);
  if (!Number.isSafeInteger(count) || count < 1) return 'noNumber';
  return count > most ? 'tooMany' : undefined;
}
