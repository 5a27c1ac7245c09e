import { useQuery } from '@tanstack/react-query';
import { HelpTopicPage } from '../features/help/HelpTopicPage';
import { useSession } from '../features/session/api';
import { tenantQuery } from '../features/tenant/api';
import { may } from './rights';

/** With the registered values of the institution, for whoever may see them. */
export function HelpTopicRoute() {
  const session = useSession();
  const known = session?.state === 'ACTIVE' && may.ownTenant(session.account);
  const { data: tenant } = useQuery({ ...tenantQuery, enabled: known });
  return <HelpTopicPage subject={tenant?.subject} />;
}
