import { useQuery } from '@tanstack/react-query';
import { AuthoritiesPage } from '../features/authority/AuthoritiesPage';
import { authoritiesQuery } from '../features/authority/api';
import { crlsQuery } from '../features/crl/api';
import { PublicCrls } from '../features/crl/PublicCrls';

/** CA certificates and, below them, their revocation lists. */
export function AuthoritiesRoute() {
  const authorities = useQuery(authoritiesQuery);
  const crls = useQuery(crlsQuery);
  const labelOf = (name: string) => authorities.data?.find((authority) => authority.name === name)?.label ?? name;
  return (
    <AuthoritiesPage crls={crls.data}>
      <PublicCrls labelOf={labelOf} />
    </AuthoritiesPage>
  );
}
