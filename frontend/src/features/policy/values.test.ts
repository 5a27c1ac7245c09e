import { describe, expect, it } from 'vitest';
import { changesOf, valueAt, withValue } from './values';

const PRESET = {
  session: { idleTimeout: 'PT30M', shownLogins: 0 },
  renewal: { window: 'P30D' },
  tenantLabel: 'COMPANY',
};

describe('values of a policy', () => {
  it('are read by their path, and are null where there is none', () => {
    expect(valueAt(PRESET, 'session.idleTimeout')).toBe('PT30M');
    expect(valueAt(PRESET, 'tenantLabel')).toBe('COMPANY');
    expect(valueAt(PRESET, 'session.none')).toBeNull();
    expect(valueAt(PRESET, 'tenantLabel.none')).toBeNull();
  });

  it('are changed in a copy', () => {
    const changed = withValue(PRESET, 'session.idleTimeout', 'PT5M');
    expect(valueAt(changed, 'session.idleTimeout')).toBe('PT5M');
    expect(valueAt(changed, 'session.shownLogins')).toBe(0);
    expect(PRESET.session.idleTimeout).toBe('PT30M');
  });

  it('leave out what a preset says anyway, and say null for what is taken away', () => {
    const paths = ['session.idleTimeout', 'session.shownLogins', 'renewal.window', 'tenantLabel'];
    const edited = withValue(withValue(PRESET, 'renewal.window', null), 'session.shownLogins', 3);
    expect(changesOf(PRESET, edited, paths)).toEqual({ renewal: { window: null }, session: { shownLogins: 3 } });
    expect(changesOf(PRESET, PRESET, paths)).toEqual({});
  });
});
