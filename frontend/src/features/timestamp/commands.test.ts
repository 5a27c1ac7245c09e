import { describe, expect, it } from 'vitest';
import { commandsFor, PROGRAMS } from './commands';

describe('the lines to type', () => {
  it.each(PROGRAMS)('name the address once for %s', (program) => {
    const url = 'http://pki.example.jp/tsa/SHOMEI-U';
    expect(commandsFor(program, url).split(url)).toHaveLength(2);
  });

  it('ask for SHA-256 and never for less', () => {
    for (const program of PROGRAMS) expect(commandsFor(program, 'http://x/tsa')).toMatch(/sha-?256/i);
  });
});
