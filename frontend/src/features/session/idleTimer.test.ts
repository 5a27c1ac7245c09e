import { beforeEach, describe, expect, it } from 'vitest';
import { idlePhase, lastActivity, noteActivity } from './idleTimer';

const HALF_HOUR = 30 * 60_000;

describe('the idle timer', () => {
  beforeEach(() => localStorage.clear());

  it('is quiet until one minute before the end (AT-24)', () => {
    expect(idlePhase(HALF_HOUR - 60_001, 0, HALF_HOUR)).toEqual({ name: 'active' });
    expect(idlePhase(HALF_HOUR - 60_000, 0, HALF_HOUR)).toEqual({ name: 'warning', secondsLeft: 60 });
    expect(idlePhase(HALF_HOUR - 1000, 0, HALF_HOUR)).toEqual({ name: 'warning', secondsLeft: 1 });
    expect(idlePhase(HALF_HOUR, 0, HALF_HOUR)).toEqual({ name: 'ended' });
  });

  it('ends at once after the computer slept', () => {
    expect(idlePhase(10 * HALF_HOUR, 0, HALF_HOUR)).toEqual({ name: 'ended' });
  });

  it('does not warn from the first moment when the timeout is short', () => {
    expect(idlePhase(10_000, 0, 60_000)).toEqual({ name: 'active' });
    expect(idlePhase(31_000, 0, 60_000)).toEqual({ name: 'warning', secondsLeft: 29 });
  });

  it('never ends a session whose timeout cannot be read', () => {
    expect(idlePhase(10, 0, Number.NaN)).toEqual({ name: 'active' });
  });

  it('counts what other windows did', () => {
    expect(lastActivity(7)).toBe(7);
    noteActivity(1234);
    expect(lastActivity(7)).toBe(1234);
  });
});
