import { describe, expect, it } from 'vitest';
import { OUTCOMES } from './api';
import { countsOf, TONE } from './outcomes';

describe('the outcomes of lines', () => {
  it('are all shown', () => {
    expect([...OUTCOMES].sort()).toEqual(Object.keys(TONE).sort());
  });

  it('are counted by what they mean for whoever confirms', () => {
    expect(
      countsOf({
        outcomes: [
          { outcome: 'REVOCABLE', lines: 5 },
          { outcome: 'REPLACEABLE', lines: 2 },
          { outcome: 'NOT_FOUND', lines: 3 },
          { outcome: 'AMBIGUOUS', lines: 1 },
          { outcome: 'EXPIRED', lines: 4 },
        ],
      }),
    ).toEqual({ left: 7, revoked: 0, refused: 4, idle: 4 });
  });
});
