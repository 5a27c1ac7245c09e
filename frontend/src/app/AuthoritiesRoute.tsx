import { useQuery } from '@tanstack/react-query';
import { AuthoritiesPage } from '../features/authority/AuthoritiesPage';
import { authoritiesQuery } from '../features/authority/api';
import { PublicCrls } from '../features/crl/PublicCrls';

/** CA certificates and, below them, their revocation lists. */
export function AuthoritiesRoute() {
  const authorities = useQuery(authoritiesQuery);
  const labelOf = (name: string) => authorities.data?.find((authority) => authority.name === name)?.label ?? name;
  return (
    <AuthoritiesPage>
      <PublicCrls labelOf={labelOf} />
    </AuthoritiesPage>
  );
}
