import { describe, expect, it } from 'vitest';
import { faultsOf } from './faults';

const GOOD = {
  url: 'https://hooks.example.ac.jp/a',
  description: 'Inventory',
  events: ['CERTIFICATE_ISSUED'] as const,
};
const wish = (change: object) => faultsOf({ ...GOOD, events: [...GOOD.events], ...change });

describe('a webhook', () => {
  it('needs a name, an HTTPS address and something to be told', () => {
    expect(wish({})).toEqual([]);
    expect(wish({ description: ' ', url: '', events: [] })).toEqual(['description', 'url', 'events']);
  });
  it.each([
    'http://hooks.example.ac.jp/',
    'hooks.example.ac.jp',
    'https://user:secret@hooks.example.ac.jp/',
    'https://hooks.example.ac.jp/#part',
  ])('is not sent to %s', (url) => {
    expect(wish({ url })).toEqual(['url']);
  });
});
