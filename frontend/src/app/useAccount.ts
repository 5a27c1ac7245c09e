import { getRouteApi } from '@tanstack/react-router';
import type { Schema } from '../api/types';

const app = getRouteApi('/app');

/** The account of the session that guards all pages under the shell. */
export function useAccount(): Schema<'Account'> {
  return app.useRouteContext().session.account;
}
