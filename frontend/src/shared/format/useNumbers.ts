import { useLanguage } from '../i18n/useLanguage';
import { formatDate, formatMonth } from './dates';
import { formatNumber } from './text';

/** Numbers, calendar days and months in the reader's language; a day is the same in every zone. */
export function useNumbers() {
  const language = useLanguage();
  return {
    number: (value: number) => formatNumber(value, language),
    day: (day: string) => formatDate(`${day}T00:00:00Z`, language, 'UTC'),
    month: (month: string) => formatMonth(month, language),
  };
}
