import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fieldFaults, useCheck } from './useCheck';

describe('what is wrong with a form', () => {
  it('is told from when it is sent: what the page finds, and only where that is nothing, what the server refused', () => {
    const { result, rerender } = renderHook(({ name, refused }) => useCheck([name], refused), {
      initialProps: {
        name: { fieldId: 'name', message: 'missing' } as { fieldId: string; message: string } | false,
        refused: [{ fieldId: 'loginId', message: 'taken' }],
      },
    });
    expect(result.current.faults).toEqual([]);
    act(() => expect(result.current.pass()).toBe(false));
    expect(result.current.at('name')).toBe('missing');
    expect(result.current.at('loginId')).toBeUndefined();
    rerender({ name: false, refused: [{ fieldId: 'loginId', message: 'taken' }] });
    expect(result.current.at('loginId')).toBe('taken');
    act(() => expect(result.current.pass()).toBe(true));
    act(() => result.current.reset());
    expect(result.current.faults).toEqual([]);
  });

  it('stands at the field that is meant', () => {
    expect(
      fieldFaults([
        { pointer: '/loginId', code: 'login-id-taken', message: 'taken' },
        { pointer: '', code: 'x', message: 'whole' },
      ]),
    ).toEqual([
      { fieldId: 'loginId', code: 'login-id-taken', message: 'taken' },
      { fieldId: undefined, code: 'x', message: 'whole' },
    ]);
  });
});
