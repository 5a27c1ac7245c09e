import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { entranceQuery } from './api';

/** After a log-out, and after a session that ended by itself. */
export function LeftPage({ how, to }: { how: 'loggedOut' | 'ended'; to?: string | undefined }) {
  const { t } = useTranslation('session');
  const entrance = useQuery(entranceQuery);
  const onCert = entrance.data?.entrance === 'CERT';
  return (
    <Page lead={t(`left.${how}.lead`)} title={t(`left.${how}.title`)} width="text">
      <Callout tone="info" title={t('left.closeTitle')}>
        <p>{t('left.close')}</p>
      </Callout>
      <Group gap="lg">
        <ButtonLink search={to ? { to } : {}} to="/login">
          {t('left.again')}
        </ButtonLink>
        {onCert && <Anchor href={entrance.data?.portalUrl}>{t('toPortal')}</Anchor>}
      </Group>
    </Page>
  );
}
