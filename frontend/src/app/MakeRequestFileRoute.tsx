import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { profilesQuery } from '../features/profile/api';
import { MakePage } from '../features/request-file/maker/MakePage';
import { tenantQuery } from '../features/tenant/api';
import { uploadKinds } from './rights';
import { useAccount } from './useAccount';

export function MakeRequestFileRoute() {
  const account = useAccount();
  // Known before the first file is dropped, or nothing would be filled in from them.
  const { data: profiles } = useSuspenseQuery(profilesQuery);
  const { subject } = useSuspenseQuery(tenantQuery).data;
  const registered = useMemo(() => ({ O: subject.o, L: subject.l, ST: subject.st, C: subject.c }), [subject]);
  return <MakePage kinds={uploadKinds(account)} profiles={profiles} registered={registered} />;
}
