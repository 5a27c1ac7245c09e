import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { durationMillis } from '../../shared/format/dates';
import { Callout } from '../../shared/ui/Callout';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { entranceQuery } from './api';
import type { SessionEndedSearch } from './search';

/** After somebody has logged out, and only then. */
export function LoggedOutPage({ close }: { close: boolean }) {
  const { t } = useTranslation('session');
  return (
    <Page lead={t('left.loggedOut.lead')} title={t('left.loggedOut.title')} width="text">
      <Callout role="status" title={t('left.loggedOut.done')} tone="ok" />
      <Close always={close} />
      <Again />
    </Page>
  );
}

/** After a session that ended by itself: says why, and leads back to where one was. */
export function SessionEndedPage({ to, why, after }: SessionEndedSearch) {
  const { t } = useTranslation('session');
  const minutes = after ? Math.round(durationMillis(after) / 60_000) : 0;
  const how = why === 'timed-out' ? 'timedOut' : why === 'displaced' ? 'displaced' : 'ended';
  return (
    <Page
      lead={how === 'timedOut' && minutes > 0 ? t('left.timedOut.after', { count: minutes }) : t(`left.${how}.lead`)}
      title={t(`left.${how}.title`)}
      width="text"
    >
      <Callout title={t(`left.${how}.next`)} tone={how === 'displaced' ? 'warn' : 'info'}>
        <p>{t(`left.${how}.kept`)}</p>
      </Callout>
      <Close always={false} />
      <Again to={to} />
    </Page>
  );
}

/** The browser remembers the certificate one chose; where the policy says so, people are told in any case. */
function Close({ always }: { always: boolean }) {
  const { t } = useTranslation('session');
  const onCert = useQuery(entranceQuery()).data?.entrance === 'CERT';
  if (!onCert && !always) return null;
  return (
    <Callout title={t('left.closeTitle')} tone="info">
      <p>{t(onCert ? 'left.closeCertificate' : 'left.close')}</p>
      {onCert && (
        <p>
          <TextLink params={{ topic: 'choice' }} to="/help/$topic">
            {t('welcome.another')}
          </TextLink>
        </p>
      )}
    </Callout>
  );
}

function Again({ to }: { to?: string | undefined }) {
  const { t } = useTranslation('session');
  const entrance = useQuery(entranceQuery()).data;
  return (
    <Group gap="lg">
      <ButtonLink search={to ? { to } : {}} to="/login">
        {t('left.again')}
      </ButtonLink>
      {entrance?.entrance === 'CERT' && <Anchor href={entrance.portalUrl}>{t('toPortal')}</Anchor>}
    </Group>
  );
}
