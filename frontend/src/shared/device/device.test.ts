import { describe, expect, it } from 'vitest';
import { browserOf, formatFor, placeOf, SYSTEMS, systemOf, USABLE } from './device';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15';

it.each([
  [`${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0 Safari/537.36 Edg/146.0`, 'windows', 'edge'],
  [`${WINDOWS} AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0 Safari/537.36`, 'windows', 'chrome'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0', 'windows', 'firefox'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    'mac',
    'safari',
  ],
  [`${IPHONE} Version/26.0 Mobile/15E148 Safari/604.1`, 'ios', 'safari'],
  [`${IPHONE} CriOS/146.0 Mobile/15E148 Safari/604.1`, 'ios', 'chrome'],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0 Mobile Safari/537.36',
    'android',
    'chrome',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0', 'android', 'firefox'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0 Safari/537.36',
    'linux',
    'chrome',
  ],
])('%s: %s, %s', (userAgent, system, browser) => {
  expect(systemOf(userAgent)).toBe(system);
  expect(browserOf(userAgent)).toBe(browser);
});

describe('where a certificate is brought in', () => {
  it('is a browser that can use it', () => {
    expect(placeOf(`${IPHONE} CriOS/146.0 Mobile/15E148 Safari/604.1`)).toEqual({ system: 'ios', browser: 'safari' });
    expect(placeOf('Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0').browser).toBe('chrome');
    expect(placeOf('Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0').browser).toBe('firefox');
  });

  it('has a format that opens there (AT-68)', () => {
    for (const system of SYSTEMS)
      for (const browser of USABLE[system]) expect(['modern', 'compat']).toContain(formatFor({ system, browser }));
    expect(formatFor({ system: 'windows', browser: 'edge' })).toBe('modern');
    expect(formatFor({ system: 'ios', browser: 'safari' })).toBe('compat');
    expect(formatFor({ system: 'mac', browser: 'chrome' })).toBe('compat');
    expect(formatFor({ system: 'mac', browser: 'firefox' })).toBe('modern');
  });
});
