import type { Schema } from '../../api/types';

export type Target = Schema<'KeyFileTarget'>;
type P12Profile = Schema<'P12Profile'>;

/** Where a key file can be imported, the most frequent first. */
export const TARGETS = ['WINDOWS', 'MACOS', 'IOS', 'ANDROID', 'CHROMEOS', 'LINUX'] as const satisfies readonly Target[];

/** Where somebody is reading this: a guess is enough, everything else is one press away. */
export function targetOf(userAgent: string): Target {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'IOS';
  if (/Android/.test(userAgent)) return 'ANDROID';
  if (/CrOS/.test(userAgent)) return 'CHROMEOS';
  if (/Macintosh/.test(userAgent)) return 'MACOS';
  return /Linux|X11/.test(userAgent) ? 'LINUX' : 'WINDOWS';
}

/** Which encryption opens where; the server chooses the same where none is asked for. */
export function recommended(target: Target): P12Profile {
  return target === 'MACOS' || target === 'IOS' || target === 'ANDROID' ? 'compat' : 'modern';
}
