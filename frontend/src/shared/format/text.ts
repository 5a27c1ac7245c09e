import type { Language } from './dates';

/** Hexadecimal in pairs: `A1:B2:C3`, or in fours without a colon for serials: `A1B2 C3D4`. */
export function groupHex(hex: string, size: number, separator: string): string {
  const digits = hex.replace(/[^0-9a-fA-F]/g, '').toUpperCase();
  return (digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(separator);
}

export const fingerprint = (hex: string): string => groupHex(hex, 2, ':');

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value);
}

export function formatBytes(bytes: number, language: Language): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[unit]}`;
}

/** The words of a list that people type: one a line, or separated by commas or spaces. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s,、]+/).filter(Boolean);
}

export type Attribute = { readonly type: string; readonly value: string };

/**
 * The attributes of a subject as text, in their order. Values may hold commas ("O=Shomei, Inc."), so the text is
 * split only before something that looks like the next attribute.
 */
export function attributesOf(dn: string): Attribute[] {
  return dn
    .split(/[,+]\s*(?=[A-Za-z][A-Za-z0-9.-]*=)/)
    .map((part) => part.trim())
    .filter((part) => part.includes('='))
    .map((part) => {
      const at = part.indexOf('=');
      return { type: part.slice(0, at).toUpperCase(), value: part.slice(at + 1).replace(/\\(.)/g, '$1') };
    });
}

/** Whom or what a subject names. */
export function commonNameOf(dn: string): string | undefined {
  return attributesOf(dn).find(({ type }) => type === 'CN')?.value;
}

/** The file name of an answer (RFC 6266; `filename*` wins). */
export function fileNameOf(contentDisposition: string | null, fallback: string): string {
  const extended = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(contentDisposition ?? '')?.[1];
  if (extended) {
    try {
      return decodeURIComponent(extended.trim());
    } catch {
      // A broken escape: use the plain form.
    }
  }
  return /filename\s*=\s*"?([^";]+)"?/i.exec(contentDisposition ?? '')?.[1]?.trim() ?? fallback;
}

/** `P199D`, `P1Y`, `P52M` in words. */
export function formatPeriod(iso: string, language: Language): string {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(iso);
  if (!match) return iso;
  const words: readonly [string, string][] =
    language === 'ja'
      ? [
          ['年', ''],
          ['か月', ''],
          ['日', ''],
        ]
      : [
          [' year', 's'],
          [' month', 's'],
          [' day', 's'],
        ];
  return match
    .slice(1)
    .map((count, index) => (count ? `${count}${words[index]?.[0]}${Number(count) === 1 ? '' : words[index]?.[1]}` : ''))
    .filter(Boolean)
    .join(language === 'ja' ? '' : ' ');
}
