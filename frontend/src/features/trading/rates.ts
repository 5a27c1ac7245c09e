/** Figures to look at, not of any market: this sample trades nothing. */
export const SAMPLE_RATES = [
  { pair: 'USD/JPY', bid: '148.21', offer: '148.25' },
  { pair: 'EUR/JPY', bid: '161.04', offer: '161.10' },
] as const;

/** What the sample deals in where nothing narrower is set. */
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'AUD'] as const;
