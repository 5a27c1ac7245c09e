import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../api/types';
import { tenantQuery } from '../features/tenant/api';
import { useAccount } from './useAccount';

/** What the policy of the own tenant says about revocations; an operator, who has no such tenant, needs none. */
export function useRevocationOffer(): Schema<'RevocationOffer'> | undefined {
  const account = useAccount();
  return useQuery({ ...tenantQuery, enabled: account.role !== 'OPERATOR' }).data?.revocation;
}
