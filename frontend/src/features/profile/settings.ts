import type { ProblemError } from '../../api/problems';
import type { Profile, ProfileSettings } from './api';

/** What may be changed, in the order in which it is shown; each by its place in the contract. */
export const SETTINGS = {
  nameJa: '/names/ja',
  nameEn: '/names/en',
  keys: '/keys',
  authority: '/authority',
  validity: '/validity',
  rounding: '/rounding',
  policy: '/policy',
} as const;

export type Setting = keyof typeof SETTINGS;
export const ALL_SETTINGS = Object.keys(SETTINGS) as Setting[];

export function settingsOf({ names, keys, authority, validity, rounding, policy }: Profile): ProfileSettings {
  return { names, keys, authority, validity, rounding, policy };
}

export function plainOf(settings: ProfileSettings, setting: Setting): string {
  switch (setting) {
    case 'nameJa':
      return settings.names.ja;
    case 'nameEn':
      return settings.names.en;
    case 'keys':
      return [...settings.keys].sort().join();
    default:
      return settings[setting];
  }
}

/** Which settings differ; the order of keys means nothing. */
export function changesOf(before: ProfileSettings, after: ProfileSettings): Setting[] {
  return ALL_SETTINGS.filter((setting) => plainOf(before, setting) !== plainOf(after, setting));
}

/** Where the control of a setting is on the page. */
export const fieldId = (setting: Setting): string => `profile-${setting}`;

/** The setting an error of the server is about. */
export function settingOf({ pointer = '' }: ProblemError): Setting | undefined {
  const place = pointer.slice(pointer.indexOf('/settings') + '/settings'.length);
  return ALL_SETTINGS.find((setting) => place === SETTINGS[setting] || place.startsWith(`${SETTINGS[setting]}/`));
}
