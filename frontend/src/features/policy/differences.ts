import type { Difference } from '../../shared/ui/Differences';
import type { PolicyDifference } from './api';

export function differencesOf(differences: readonly PolicyDifference[]): Difference[] {
  return differences.map(({ path, title, before, after }) => ({ id: path, title, before, after }));
}
