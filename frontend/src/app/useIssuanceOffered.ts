import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/types';
import { offerQuery } from '../features/issuance-job/api';
import { may } from './rights';

/** Whether the policy lets this administrator have certificates issued: then the application is about that. */
export function useIssuanceOffered(account: Schema<'Account'>): boolean {
  return useQuery({ ...offerQuery, enabled: may.issue(account) }).data?.offered === true;
}
