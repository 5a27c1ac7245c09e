import { describe, expect, it } from 'vitest';
import { LETTER_ROWS, SYMBOL_ROWS, step, symbolName } from './keys';

describe('the keys', () => {
  it('are all that ASCII can print but the space, each once', () => {
    const keys = [
      ...LETTER_ROWS.join(''),
      ...LETTER_ROWS.join('').replace(/\d/g, '').toUpperCase(),
      ...SYMBOL_ROWS.join(''),
    ];
    const printable = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index));
    expect(keys.sort()).toEqual(printable.sort());
  });

  it('have a name when a screen reader may pass them over', () => {
    for (const key of SYMBOL_ROWS.join('')) expect(symbolName(key)).toBeDefined();
    expect(symbolName('a')).toBeUndefined();
  });

  it.each([
    [{ row: 0, column: 9 }, 'ArrowRight', { row: 0, column: 9 }],
    [{ row: 0, column: 9 }, 'ArrowDown', { row: 1, column: 9 }],
    [{ row: 2, column: 8 }, 'ArrowDown', { row: 3, column: 6 }],
    [{ row: 3, column: 6 }, 'ArrowDown', { row: 3, column: 6 }],
    [{ row: 1, column: 0 }, 'ArrowLeft', { row: 1, column: 0 }],
    [{ row: 3, column: 0 }, 'End', { row: 3, column: 6 }],
    [{ row: 3, column: 4 }, 'Home', { row: 3, column: 0 }],
  ])('from %o, %s leads to %o', (from, key, to) => {
    expect(step(LETTER_ROWS, from, key)).toEqual(to);
  });

  it('leave other keys to the browser', () => {
    expect(step(LETTER_ROWS, { row: 0, column: 0 }, 'Tab')).toBeUndefined();
  });
});
