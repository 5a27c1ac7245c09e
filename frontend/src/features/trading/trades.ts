import type { OrderChoice } from './order';

/** CONCLUDED waits for its customer to confirm it; WAITING is a leave order that no rate has met yet. */
export const TRADE_STATES = ['CONCLUDED', 'CONFIRMED', 'DELIVERED', 'WAITING'] as const;

export type Trade = {
  readonly number: string;
  readonly kind: OrderChoice['kind'];
  readonly trade: OrderChoice['trade'];
  readonly currency: string;
  readonly amount: number;
  readonly rate: string;
  /** How many days from today the currencies change hands. */
  readonly deliveredIn: number;
  readonly state: (typeof TRADE_STATES)[number];
};

/** Trades to look at: nobody made them, since this sample trades nothing. */
export const SAMPLE_TRADES: readonly Trade[] = [
  {
    number: '0004',
    kind: 'LEAVE',
    trade: 'IMPORT',
    currency: 'USD',
    amount: 50_000,
    rate: '146.50',
    deliveredIn: 60,
    state: 'WAITING',
  },
  {
    number: '0003',
    kind: 'RATE',
    trade: 'IMPORT',
    currency: 'USD',
    amount: 100_000,
    rate: '148.25',
    deliveredIn: 30,
    state: 'CONCLUDED',
  },
  {
    number: '0002',
    kind: 'LEAVE',
    trade: 'EXPORT',
    currency: 'EUR',
    amount: 80_000,
    rate: '161.50',
    deliveredIn: 14,
    state: 'CONCLUDED',
  },
  {
    number: '0001',
    kind: 'RATE',
    trade: 'EXPORT',
    currency: 'USD',
    amount: 120_000,
    rate: '147.80',
    deliveredIn: -5,
    state: 'DELIVERED',
  },
];

/** What a customer is to compare with the own records. */
export const TO_CONFIRM: readonly Trade[] = SAMPLE_TRADES.filter(({ state }) => state === 'CONCLUDED');
