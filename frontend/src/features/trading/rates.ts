/** Yen for one of each currency: figures to look at, not of any market, since this sample trades nothing. */
export const SAMPLE_RATES = [
  { currency: 'USD', bid: '148.21', offer: '148.25' },
  { currency: 'EUR', bid: '161.04', offer: '161.10' },
  { currency: 'GBP', bid: '187.32', offer: '187.42' },
  { currency: 'AUD', bid: '97.11', offer: '97.17' },
] as const;

/** What the sample deals in. */
export const CURRENCIES: readonly string[] = SAMPLE_RATES.map(({ currency }) => currency);

/** Importers buy at the offer, exporters sell at the bid. */
export function rateOf(currency: string, trade: 'IMPORT' | 'EXPORT'): number {
  const rate = SAMPLE_RATES.find((each) => each.currency === currency);
  return rate ? Number(trade === 'IMPORT' ? rate.offer : rate.bid) : 0;
}
