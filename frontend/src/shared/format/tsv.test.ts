import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isShiftJis, shiftJisOf } from './shiftJis';
import { decodeText, parseBlock, parseTsv, printTsv } from './tsv';

const utf8 = (text: string) => new TextEncoder().encode(text);
const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/[\t\r\n]/.test(text));
const block = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }));

it('rows that are printed are read back', () => {
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTsv(printTsv(rows))).toEqual(rows.filter((cells) => cells.join('\t').trim() !== ''));
    }),
  );
});

it('the clipboard of a spreadsheet gives its cells, quoted or not', () => {
  const quoted = (value: string) => (/["\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const anything = fc.string({ unit: fc.constantFrom('a', 'あ', '"', '\t', '\n', ' ') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => fc.array(fc.array(anything, { minLength: columns, maxLength: columns }), { minLength: 1 }));
  fc.assert(
    fc.property(table, (rows) => {
      const text = rows.map((cells) => `${cells.map(quoted).join('\t')}\r\n`).join('');
      expect(parseBlock(text)).toEqual(rows.map((cells) => cells.map((value) => value.replace(/[\t\r\n]+/g, ' '))));
    }),
  );
  expect(parseBlock('a\tb')).toEqual([['a', 'b']]);
  expect(parseBlock('a\t')).toEqual([['a', '']]);
  expect(parseBlock('"a')).toEqual([['"a']]);
});

it('Shift_JIS is written as it is read, and what it lacks becomes a geta mark', () => {
  expect([...shiftJisOf('表~①髙')]).toEqual([0x95, 0x5c, 0x7e, 0x87, 0x40, 0xfb, 0xfc]);
  expect(new TextDecoder('shift_jis').decode(shiftJisOf('〜−𠮷😀ｶ'))).toBe('～－〓〓ｶ');
  expect([isShiftJis('高橋 健'), isShiftJis('𠮷野')]).toEqual([true, false]);
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = new TextDecoder('shift_jis').decode(bytes).replace(/[\p{Cc}\p{Co}\uFFFD]/gu, '');
      expect(new TextDecoder('shift_jis').decode(shiftJisOf(text))).toBe(text);
    }),
  );
});

it('the encoding of a file is found', () => {
  const text = '高橋 健\tＣＮ';
  const units = Array.from(text, (c) => c.charCodeAt(0));
  expect(decodeText(utf8(text))).toEqual({ text, encoding: 'UTF-8' });
  expect(decodeText(utf8(`\uFEFF${text}`))).toEqual({ text, encoding: 'UTF-8' });
  expect(decodeText(shiftJisOf(text))).toEqual({ text, encoding: 'Shift_JIS' });
  expect(decodeText(Uint8Array.from([0xff, 0xfe, ...units.flatMap((u) => [u & 255, u >> 8])]))).toEqual({
    text,
    encoding: 'UTF-16LE',
  });
  expect(decodeText(Uint8Array.from([0xfe, 0xff, ...units.flatMap((u) => [u >> 8, u & 255])]))).toEqual({
    text,
    encoding: 'UTF-16BE',
  });
});
