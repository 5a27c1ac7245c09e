import type { Schema } from '../../src/api/types';
import { certEntrance } from '../fixtures/entrance';
import { bankSession, operator, session } from '../fixtures/session';
import { loggedOut, on } from '../handlers';

// Who looks at the screens, as the server tells it. Where nothing is said, it is an officer.

export const nobody = [loggedOut];
export const entrance = (...facts: Parameters<typeof certEntrance>) => [
  loggedOut,
  on('get', '/api/v1/session/entrance', () => certEntrance(...facts)),
];
export const due = (state: Schema<'SessionState'>, more: Partial<Schema<'Session'>> = {}) => [
  on('get', '/api/v1/session', () => bankSession({ state, ...more })),
];
export const asOperator = [on('get', '/api/v1/session', () => session(operator))];
