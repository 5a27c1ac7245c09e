import type { Language } from '../format/dates';

/** The name of what has one in each language. */
export const nameIn = (language: Language, named: { readonly nameJa: string; readonly nameEn: string }): string =>
  language === 'ja' ? named.nameJa : named.nameEn;
