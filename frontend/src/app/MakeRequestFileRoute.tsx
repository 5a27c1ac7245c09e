import { useSuspenseQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
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
  const rows = useLocation({ select: ({ state }) => state.rows });
  const start = useMemo(() => rows?.map((cells) => ({ cells })), [rows]);
  return <MakePage kinds={uploadKinds(account)} profiles={profiles} registered={registered} start={start} />;
}
