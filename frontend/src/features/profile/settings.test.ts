import { describe, expect, it } from 'vitest';
import type { ProfileSettings } from './api';
import { changesOf, settingOf } from './settings';

const settings: ProfileSettings = {
  names: { ja: 'サーバ', en: 'Server' },
  keys: ['RSA_2048', 'P256'],
  authority: 'server-rsa',
  validity: 'P199D',
  rounding: 'EXACT',
  policy: '1.2.3',
};

describe('settings of a profile', () => {
  it('differ where a value does, whatever the order of keys', () => {
    expect(changesOf(settings, { ...settings, keys: ['P256', 'RSA_2048'] })).toEqual([]);
    expect(
      changesOf(settings, { ...settings, names: { ja: 'サーバ', en: 'Web server' }, validity: 'P90D', keys: ['P256'] }),
    ).toEqual(['nameEn', 'keys', 'validity']);
  });

  it('are found by where an error points', () => {
    const at = (pointer: string) => settingOf({ pointer, code: 'x', message: 'x' });
    expect(at('/settings/names/ja')).toBe('nameJa');
    expect(at('/settings/keys/0')).toBe('keys');
    expect(at('/settings/validity')).toBe('validity');
    expect(at('/body/settings/policy')).toBe('policy');
    expect(at('/comment')).toBeUndefined();
  });
});
