import type { SessionSecret } from '../api';

/** What the page can tell while somebody types; earlier values and names are known to the server alone. */
export type Rule =
  | { readonly name: 'least'; readonly count: number }
  | { readonly name: 'most'; readonly count: number }
  | { readonly name: 'alphanumeric' }
  | { readonly name: 'ascii' }
  | { readonly name: 'lettersAndDigits' };

export function rulesOf(secret: SessionSecret): Rule[] {
  return [
    { name: 'least', count: secret.minLength },
    { name: 'most', count: secret.maxLength },
    { name: secret.charset === 'ALPHANUMERIC' ? 'alphanumeric' : 'ascii' },
    ...(secret.composition === 'LETTERS_AND_DIGITS' ? [{ name: 'lettersAndDigits' } as const] : []),
  ];
}

export function keeps(rule: Rule, value: string): boolean {
  switch (rule.name) {
    case 'least':
      return value.length >= rule.count;
    case 'most':
      return value.length <= rule.count;
    case 'alphanumeric':
      return /^[A-Za-z0-9]*$/.test(value);
    case 'ascii':
      return /^[\x21-\x7e]*$/.test(value);
    case 'lettersAndDigits':
      return /[A-Za-z]/.test(value) && /[0-9]/.test(value);
  }
}
