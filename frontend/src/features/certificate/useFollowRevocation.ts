import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type CertificateDetail, certificateQuery, fetchCertificatePassively } from './api';

const SOON_MILLIS = 2_000;
const LATER_MILLIS = 30_000;
/** After this the list is left to the schedule, and nobody waits in front of the screen. */
const EXPECTED_MILLIS = 60_000;

/** Looks again until the revocation is on a revocation list; without extending the session. */
export function useFollowRevocation({ id, revocation }: CertificateDetail): void {
  const queries = useQueryClient();
  const revokedAt = revocation && !revocation.crlVisibleSince ? revocation.revokedAt : undefined;
  useEffect(() => {
    if (!revokedAt) return;
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const look = async () => {
      try {
        const seen = await fetchCertificatePassively(id);
        if (!over) queries.setQueryData(certificateQuery(id).queryKey, seen);
      } catch {
        // Out of reach for a moment: the next look tells.
      }
      if (!over) wait();
    };
    const wait = () => {
      timer = setTimeout(look, Date.now() - Date.parse(revokedAt) < EXPECTED_MILLIS ? SOON_MILLIS : LATER_MILLIS);
    };
    wait();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [id, revokedAt, queries]);
}
