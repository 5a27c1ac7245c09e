import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { authoritiesQuery } from '../features/authority/api';
import { FleetHelp } from '../features/help/FleetHelp';
import { HelpTopicPage } from '../features/help/HelpTopicPage';
import { entranceQuery, useSession } from '../features/session/api';
import { AnotherCertificate } from '../features/session/entrance/AnotherCertificate';
import { tenantQuery } from '../features/tenant/api';
import { commonNameOf } from '../shared/format/text';
import { Card } from '../shared/ui/Card';
import { may } from './rights';

/** With the registered values of the institution, for whoever may see them. */
export function HelpTopicRoute() {
  const session = useSession();
  const known = session?.state === 'ACTIVE' && may.ownTenant(session.account);
  const { data: tenant } = useQuery({ ...tenantQuery, enabled: known });
  return <HelpTopicPage another={<Another />} fleet={<Fleet />} subject={tenant?.subject} />;
}

function Another() {
  const { t } = useTranslation('session');
  const { certUrl } = useSuspenseQuery(entranceQuery()).data;
  return (
    <Card title={t('diagnosis.anotherTitle')}>
      <AnotherCertificate host={new URL(certUrl).host} />
    </Card>
  );
}

/** The reader's own authority is the one of the certificate that was presented; else that of people's certificates. */
function Fleet() {
  const { certUrl, presented } = useSuspenseQuery(entranceQuery()).data;
  const authorities = useQuery(authoritiesQuery);
  if (authorities.isPending) return null;
  const own = presented?.issuerDn;
  const issuing = (authorities.data ?? []).filter(({ issuing, root }) => issuing && !root);
  const likely = (one: (typeof issuing)[number]) => (one.subjectDn === own ? 0 : one.line === 'client' ? 1 : 2);
  const issuers = issuing
    .toSorted((a, b) => likely(a) - likely(b))
    .map(({ subjectDn }) => commonNameOf(subjectDn))
    .filter((name) => name !== undefined);
  return <FleetHelp issuers={[...new Set(issuers)]} url={certUrl} />;
}
