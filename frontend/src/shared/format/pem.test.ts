import { describe, expect, it } from 'vitest';
import { asPem, pemOf } from './pem';

const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const labelOf = (hex: string) => /BEGIN ([A-Z ]+)-/.exec(asPem(bytes(hex)))?.[1];

describe('a binary file', () => {
  it('becomes PEM of what it is', () => {
    expect(labelOf('308201f33082019aa003020102')).toBe('CERTIFICATE');
    expect(labelOf('30820112308193020100301')).toBe('CERTIFICATE REQUEST');
    expect(labelOf('3059301306072a8648ce3d0201')).toBe('PUBLIC KEY');
  });

  it('is broken into lines of 64', () => {
    const lines = asPem(new Uint8Array(100).fill(0x30)).split('\n');
    expect(lines.slice(1, -1).map((line) => line.length)).toEqual([64, 64, 8]);
  });
});

it('a text file stays as it is', async () => {
  expect(await pemOf(new File(['-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----\n'], 'key.pem'))).toBe(
    '-----BEGIN PUBLIC KEY-----\nAA==\n-----END PUBLIC KEY-----',
  );
});
