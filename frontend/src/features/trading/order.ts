import type { Limits } from './identity';
import { rateOf } from './rates';

export const KINDS = ['RATE', 'LEAVE'] as const;
export const TRADES = ['IMPORT', 'EXPORT'] as const;
export const FORMS = ['FIXED', 'PERIOD'] as const;

/** What the initial screen asks for (SC-013); together they say which form follows. */
export type OrderChoice = {
  readonly kind: (typeof KINDS)[number];
  readonly trade: (typeof TRADES)[number];
  readonly form: (typeof FORMS)[number];
};

export const CHOICES = ['kind', 'trade', 'form'] as const satisfies readonly (keyof OrderChoice)[];

/** Which of the choices have not been made. */
export function missing(choice: Partial<OrderChoice>): (keyof OrderChoice)[] {
  return CHOICES.filter((name) => choice[name] === undefined);
}

export type Order = {
  readonly currency: string;
  readonly amount: string;
  /** The day of delivery, or the first of a period, as `2027-01-15`. */
  readonly from: string;
  readonly to: string;
  /** Of a leave order: at which rate, and until which day. */
  readonly rate: string;
  readonly until: string;
};

export const EMPTY: Order = { currency: '', amount: '', from: '', to: '', rate: '', until: '' };

export type OrderField = keyof Order;

export type OrderFault = {
  readonly field: OrderField;
  readonly fault: 'missing' | 'number' | 'limit' | 'past' | 'end' | 'hold';
};

export const amountOf = (order: Order): number => Number(order.amount.replaceAll(',', ''));

/** What an order is worth in yen: at its own rate where it has one. */
export function yenOf(order: Order, { kind, trade }: OrderChoice): number {
  return amountOf(order) * (kind === 'LEAVE' ? Number(order.rate) : rateOf(order.currency, trade));
}

/** Which fields a form has. */
export function fieldsOf({ kind, form }: OrderChoice): OrderField[] {
  return [
    'currency',
    'amount',
    'from',
    ...(form === 'PERIOD' ? (['to'] as const) : []),
    ...(kind === 'LEAVE' ? (['rate', 'until'] as const) : []),
  ];
}

/** What keeps an order from being taken: by its form, and by what the administrator lets its user do. */
export function faultsOf(order: Order, choice: OrderChoice, limits: Limits, today: string): OrderFault[] {
  const wrong: Partial<Record<OrderField, OrderFault['fault'] | false>> = {
    amount: !(amountOf(order) > 0)
      ? 'number'
      : limits.yen !== undefined && yenOf(order, choice) > limits.yen && 'limit',
    from: order.from <= today && 'past',
    to: order.to <= order.from && 'end',
    rate: !(Number(order.rate) > 0) && 'number',
    until: order.until >= order.from && 'hold',
  };
  return fieldsOf(choice).flatMap((field) => {
    const fault = order[field].trim() === '' ? 'missing' : wrong[field];
    return fault ? [{ field, fault }] : [];
  });
}
