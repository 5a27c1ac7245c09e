import { describe, expect, it } from 'vitest';
import { faultsOf, NO_WISH, requestOf } from './wish';

const wish = { name: ' nightly ', scopes: ['certificates:read'] as const, days: 30, addresses: '' };

describe('a wish for a token', () => {
  it('needs a name, a scope and an end that is not too far', () => {
    expect(faultsOf({ ...NO_WISH, days: 366 }, 365)).toEqual(['name', 'scopes', 'days']);
    expect(faultsOf({ ...wish, days: 0.5 }, 365)).toEqual(['days']);
    expect(faultsOf(wish, 365)).toEqual([]);
  });

  it('ends within the days that were chosen, and holds addresses one a line', () => {
    expect(requestOf(wish, Date.parse('2027-04-01T00:00:00Z'))).toEqual({
      name: 'nightly',
      scopes: ['certificates:read'],
      expiresAt: '2027-04-30T23:59:00.000Z',
    });
    expect(requestOf({ ...wish, addresses: '192.0.2.1\n 2001:db8::/32, ' }, 0).addresses).toEqual([
      '192.0.2.1',
      '2001:db8::/32',
    ]);
  });
});
