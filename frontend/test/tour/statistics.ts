import { certificateStatistics, expiryForecast, statisticsDays } from '../fixtures/statistics';
import { on } from '../handlers';

/** The figures of a year, for whoever looks at them. */
export const withFigures = [
  on('get', '/api/v1/statistics/certificates', () => certificateStatistics),
  on('get', '/api/v1/statistics/expiry', () => expiryForecast),
  on('get', '/api/v1/statistics/days', () => statisticsDays),
  on('get', '/api/v1/licences', () => ({ model: 'NONE' as const, valid: 1617, issuing: 0 })),
];
