import { expect, it } from 'vitest';
import type { CrlAlarm, CrlScope } from './api';
import { byAuthority } from './scopes';

const scope = (authority: string, shard: number, alarm: CrlAlarm): CrlScope => ({
  authority,
  label: authority.toUpperCase(),
  shard,
  shards: 2,
  waiting: 0,
  alarm,
});

it('lists stand by authority, what needs somebody first', () => {
  const groups = byAuthority([
    scope('root', 0, 'NONE'),
    scope('server', 0, 'NONE'),
    scope('server', 1, 'LATE'),
    scope('client', 0, 'EXPIRED'),
  ]);
  expect(groups.map(({ authority, scopes }) => [authority, scopes.length])).toEqual([
    ['client', 1],
    ['server', 2],
    ['root', 1],
  ]);
});
