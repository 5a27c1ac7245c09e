import { recommended, type Target, targetOf } from '../keyFile/targets';

// What somebody is reading this on. A guess is enough: everything else is one press away.

export const SYSTEMS = ['windows', 'mac', 'ios', 'android', 'linux'] as const;
export type SystemName = (typeof SYSTEMS)[number];

export const BROWSERS = ['edge', 'chrome', 'firefox', 'safari'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** What somebody does differs by fewer systems than key files do: ChromeOS has the certificate manager of Chrome. */
const SYSTEM_OF: Record<Target, SystemName> = {
  WINDOWS: 'windows',
  MACOS: 'mac',
  IOS: 'ios',
  ANDROID: 'android',
  CHROMEOS: 'linux',
  LINUX: 'linux',
};

const TARGET_OF: Record<SystemName, Target> = {
  windows: 'WINDOWS',
  mac: 'MACOS',
  ios: 'IOS',
  android: 'ANDROID',
  linux: 'LINUX',
};

export const systemOf = (userAgent: string): SystemName => SYSTEM_OF[targetOf(userAgent)];

export function browserOf(userAgent: string): BrowserName {
  if (/Edg(e|A|iOS)?\//.test(userAgent)) return 'edge';
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox';
  if (/Chrome\/|Chromium\/|CriOS\//.test(userAgent)) return 'chrome';
  return /Safari\//.test(userAgent) ? 'safari' : 'chrome';
}

/** The browsers of each system that can use a certificate of the device (F-07); the usual one first. */
export const USABLE: Record<SystemName, readonly [BrowserName, ...BrowserName[]]> = {
  windows: ['edge', 'chrome', 'firefox'],
  mac: ['safari', 'chrome', 'edge', 'firefox'],
  ios: ['safari'],
  android: ['chrome', 'edge'],
  linux: ['chrome', 'edge', 'firefox'],
};

export type Place = { readonly system: SystemName; readonly browser: BrowserName };

/** The place itself if certificates work there, else the same device with a browser in which they do. */
export function usable({ system, browser }: Place): Place {
  const browsers = USABLE[system];
  return { system, browser: browsers.includes(browser) ? browser : browsers[0] };
}

export const placeOf = (userAgent: string): Place =>
  usable({ system: systemOf(userAgent), browser: browserOf(userAgent) });

/** How a key file is to be protected so that it opens there (F-05, AT-68). Firefox reads files by itself, the others leave it to the system. */
export const formatFor = ({ system, browser }: Place): 'modern' | 'compat' =>
  browser === 'firefox' ? 'modern' : recommended(TARGET_OF[system]);
