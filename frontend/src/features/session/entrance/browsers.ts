export const BROWSERS = ['edge', 'chrome', 'firefox', 'safari'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Which instructions to show first. A guess is enough: the others are one press away. */
export function browserOf(userAgent: string): BrowserName {
  if (/Edg(e|A|iOS)?\//.test(userAgent)) return 'edge';
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox';
  if (/Chrome\/|Chromium\/|CriOS\//.test(userAgent)) return 'chrome';
  return /Safari\//.test(userAgent) ? 'safari' : 'chrome';
}
