import { afterEach, expect, it, vi } from 'vitest';
import { countActivity, noteAction, onAction, takeAction } from './activity';

afterEach(() => {
  takeAction();
  countActivity('CLICK');
});

it('counts the call that a click caused, and no other', () => {
  const heard = vi.fn();
  const stop = onAction(heard);
  takeAction();
  expect(takeAction()).toBe(false);
  noteAction();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(takeAction()).toBe(true);
  expect(takeAction()).toBe(false);
  expect(heard).toHaveBeenCalledTimes(1);
  stop();
});

it('counts every call where the policy counts requests, and no click that causes none', () => {
  const heard = vi.fn();
  const stop = onAction(heard);
  countActivity('REQUEST');
  noteAction();
  expect(heard).not.toHaveBeenCalled();
  expect(takeAction()).toBe(true);
  expect(takeAction()).toBe(true);
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
});
