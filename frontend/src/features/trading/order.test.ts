import { describe, expect, it } from 'vitest';
import { EMPTY, faultsOf, missing, type Order, type OrderChoice, yenOf } from './order';

const TODAY = '2027-01-12';
const fixed: OrderChoice = { kind: 'RATE', trade: 'IMPORT', form: 'FIXED' };
const leave: OrderChoice = { kind: 'LEAVE', trade: 'EXPORT', form: 'PERIOD' };
const good: Order = {
  currency: 'USD',
  amount: '100,000',
  from: '2027-01-20',
  to: '2027-02-20',
  rate: '148.25',
  until: '2027-01-19',
};
const faults = (order: Partial<Order>, choice = leave) =>
  faultsOf({ ...good, ...order }, choice, { sell: ['USD'], yen: 14_825_000 }, TODAY);

describe('an order', () => {
  it('names each choice that is missing (AT-75)', () => {
    expect(missing({})).toEqual(['kind', 'trade', 'form']);
    expect(missing({ kind: 'LEAVE', form: 'FIXED' })).toEqual(['trade']);
    expect(missing(fixed)).toEqual([]);
  });

  it('asks for what its form has, and for nothing else', () => {
    expect(faultsOf(EMPTY, fixed, {}, TODAY).map(({ field }) => field)).toEqual(['currency', 'amount', 'from']);
    expect(faults({})).toEqual([]);
  });

  it.each([
    [{ amount: '0' }, 'amount', 'number'],
    [{ amount: 'many' }, 'amount', 'number'],
    [{ amount: '100000.01' }, 'amount', 'limit'],
    [{ from: TODAY, until: '2027-01-11' }, 'from', 'past'],
    [{ to: '2027-01-20' }, 'to', 'end'],
    [{ rate: '-1' }, 'rate', 'number'],
    [{ until: '2027-01-20' }, 'until', 'hold'],
  ] as const)('with %o is refused', (order, field, fault) => {
    expect(faults(order)).toEqual([{ field, fault }]);
  });

  it('is worth its own rate, or the one at which its currency is bought or sold', () => {
    expect(yenOf(good, leave)).toBe(14_825_000);
    expect(yenOf(good, fixed)).toBe(14_825_000);
    expect(yenOf(good, { ...fixed, trade: 'EXPORT' })).toBe(14_821_000);
  });

  it('without a limit is taken at any amount', () => {
    expect(faultsOf({ ...good, amount: '999999999' }, fixed, {}, TODAY)).toEqual([]);
  });
});
