export const P12_SYSTEMS = ['windows', 'mac', 'ios', 'android', 'linux', 'firefox'] as const;
export type P12System = (typeof P12_SYSTEMS)[number];

/** Where somebody is reading this, so that their own steps come first. Firefox keeps certificates by itself. */
export function systemOf(userAgent: string): P12System {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Macintosh/.test(userAgent)) return 'mac';
  if (/Windows/.test(userAgent)) return 'windows';
  return 'linux';
}
