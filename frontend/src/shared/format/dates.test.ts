import { describe, expect, it } from 'vitest';
import { dayBoundary, dayOf, daysUntil, durationMillis, formatDateTime, formatRelative, formatZone } from './dates';

const AT = '2026-11-22T04:05:09Z';

describe('a time on screen', () => {
  it('is written the Japanese and the English way, in the zone of the tenant', () => {
    expect(formatDateTime(AT, 'ja', 'Asia/Tokyo')).toBe('2026年11月22日 13:05:09');
    expect(formatDateTime(AT, 'en', 'Asia/Tokyo')).toBe('22 Nov 2026, 13:05:09');
    expect(formatDateTime(AT, 'en', 'UTC')).toBe('22 Nov 2026, 04:05:09');
  });

  it('writes midnight as 00, not 24', () => {
    expect(formatDateTime('2026-11-21T15:00:00Z', 'ja', 'Asia/Tokyo')).toBe('2026年11月22日 00:00:00');
  });

  it('names its zone', () => {
    expect(formatZone(AT, 'ja', 'Asia/Tokyo')).toContain('日本標準時');
    expect(formatZone(AT, 'en', 'Asia/Tokyo')).toContain('GMT+9');
  });

  it('counts whole days', () => {
    const now = Date.parse(AT);
    expect(daysUntil('2026-11-23T04:05:08Z', now)).toBe(0);
    expect(daysUntil('2026-12-04T04:05:09Z', now)).toBe(12);
    expect(daysUntil('2026-11-22T04:05:08Z', now)).toBe(-1);
    expect(formatRelative('2026-12-04T04:05:09Z', 'en', now)).toBe('in 12 days');
    expect(formatRelative('2026-11-22T04:03:00Z', 'ja', now)).toBe('2 分前');
    expect(formatRelative('2027-06-09T04:05:09Z', 'en', now)).toBe('in 199 days');
    expect(formatRelative('2028-07-14T04:05:09Z', 'en', now)).toBe('in 19 months');
    expect(formatRelative('2036-03-14T04:05:09Z', 'en', now)).toBe('in 9 years');
  });
});

describe('a calendar day', () => {
  it('begins and ends in the zone of the tenant', () => {
    expect(dayBoundary('2026-11-22', 'start', 'Asia/Tokyo')).toBe('2026-11-21T15:00:00.000Z');
    expect(dayBoundary('2026-11-22', 'end', 'Asia/Tokyo')).toBe('2026-11-22T14:59:59.000Z');
    expect(dayOf(Date.parse('2026-11-21T15:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-22');
  });

  it('survives a change to summer time', () => {
    expect(dayBoundary('2026-03-29', 'start', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(dayBoundary('2026-03-29', 'end', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.000Z');
  });
});

describe('a duration', () => {
  it('is read from ISO 8601', () => {
    expect(durationMillis('PT30M')).toBe(1_800_000);
    expect(durationMillis('PT1H30M')).toBe(5_400_000);
    expect(durationMillis('P1D')).toBe(86_400_000);
    expect(durationMillis('nonsense')).toBeNaN();
  });
});
