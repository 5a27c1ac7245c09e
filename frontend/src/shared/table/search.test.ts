import { describe, expect, it } from 'vitest';
import { compact, cursor, day, oneOf, parseSearch, stringifySearch, text } from './search';

describe('filters in the URL', () => {
  it('are plain text, in a stable order, without empty ones', () => {
    expect(stringifySearch({ status: 'ISSUED', q: '大学 www', kind: undefined, cursor: '' })).toBe(
      '?q=%E5%A4%A7%E5%AD%A6+www&status=ISSUED',
    );
    expect(stringifySearch({})).toBe('');
  });

  it('come back as they went', () => {
    const filters = { q: 'a&b=c 証', status: 'REVOKED', expiresTo: '2026-12-01' };
    expect(parseSearch(stringifySearch(filters))).toEqual(filters);
  });

  it('keep a serial number of digits as text', () => {
    expect(parseSearch('?q=0012345678901234567890')).toEqual({ q: '0012345678901234567890' });
  });

  it('ignore what the contract does not know', () => {
    const raw = parseSearch('?status=NONSENSE&from=2026-13-99&to=2026-11-22&q=%20');
    expect(oneOf(raw, 'status', ['ISSUED', 'REVOKED'])).toBeUndefined();
    expect(day(raw, 'from')).toBeUndefined();
    expect(day(raw, 'to')).toBe('2026-11-22');
    expect(text(raw, 'q')).toBeUndefined();
    expect(cursor(raw)).toBeUndefined();
    expect(compact({ a: undefined, b: 'x' })).toEqual({ b: 'x' });
  });
});
