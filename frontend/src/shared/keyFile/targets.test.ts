import { expect, it } from 'vitest';
import { recommended, targetOf } from './targets';

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36', 'WINDOWS', 'modern'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/18.0 Safari/605.1.15', 'MACOS', 'compat'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'IOS', 'compat'],
  ['Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/140.0 Mobile Safari/537.36', 'ANDROID', 'compat'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/140.0 Safari/537.36', 'CHROMEOS', 'modern'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', 'LINUX', 'modern'],
])('%s is %s and opens %s files', (userAgent, target, profile) => {
  expect(targetOf(userAgent)).toBe(target);
  expect(recommended(targetOf(userAgent))).toBe(profile);
});
