import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Profile, profileQuery } from './api';
import { Explained } from './Explained';
import { KeyNames } from './KeyNames';
import { LifetimeCard } from './LifetimeCard';
import { NamesCard } from './NamesCard';
import classes from './profile.module.css';
import { VersionsCard } from './VersionsCard';

const route = getRouteApi('/app/profiles/$id');

type Props = { readonly mayChange: boolean };

/** Everything that certificates of one profile have in common, in plain words, and how it came to be. */
export function ProfilePage({ mayChange }: Props) {
  const { t } = useTranslation(['profile', 'common']);
  const language = useLanguage();
  const { id } = route.useParams();
  const { data: profile, error, refetch } = useQuery(profileQuery(id));
  return (
    <Page
      actions={
        profile && (
          <>
            <ButtonLink search={{ profile: id }} to="/dry-run" variant="default">
              {t('common:nav.dryRun')}
            </ButtonLink>
            {mayChange && (
              <ButtonLink params={{ id }} to="/profiles/$id/edit">
                {t('edit.open')}
              </ButtonLink>
            )}
          </>
        )
      }
      status={
        profile && (
          <p>
            {t('version', { version: profile.version })} — <DateTime at={profile.changedAt} />
          </p>
        )
      }
      title={profile ? `${profile.id} — ${profile.names[language]}` : id}
      trail={[{ label: t('common:nav.profiles'), to: '/profiles' }]}
    >
      {error ? (
        <ProblemPanel error={error} onRetry={() => refetch()} />
      ) : !profile ? (
        <Loading lines={14} />
      ) : (
        <>
          <div className={classes.grid}>
            <UseCard profile={profile} />
            <KeyCard profile={profile} />
            <LifetimeCard profile={profile} />
            <NamesCard profile={profile} />
            <IssuerCard linked={mayChange} profile={profile} />
            {mayChange && <LimitsCard profile={profile} />}
          </div>
          {mayChange && <VersionsCard profile={profile} />}
        </>
      )}
    </Page>
  );
}

type CardProps = { readonly profile: Profile };

function UseCard({ profile }: CardProps) {
  const { t } = useTranslation(['profile', 'common']);
  const { programme } = profile;
  return (
    <Card title={t('section.use')}>
      <Facts
        facts={[
          { label: t('column.kind'), value: t(`common:kind.${profile.kind}`) },
          {
            label: t('fact.purposes'),
            value: (
              <Explained
                items={profile.purposes.map((id) => ({
                  id,
                  name: t(`purpose.${id}.name`),
                  text: t(`purpose.${id}.text`),
                }))}
              />
            ),
          },
          {
            label: t('column.programme'),
            value: (
              <Explained
                items={[
                  { id: programme, name: t(`programme.${programme}.name`), text: t(`programme.${programme}.text`) },
                ]}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function KeyCard({ profile }: CardProps) {
  const { t } = useTranslation('profile');
  return (
    <Card title={t('section.key')}>
      <Facts
        facts={[
          {
            label: t('column.keys'),
            value: (
              <Explained
                items={profile.keys.map((id) => ({ id, name: t(`key.${id}.name`), text: t(`key.${id}.text`) }))}
              />
            ),
          },
          {
            label: t('fact.usages'),
            value: (
              <Explained
                items={profile.keyUsage.map((id) => ({ id, name: t(`usage.${id}.name`), text: t(`usage.${id}.text`) }))}
              />
            ),
          },
          {
            label: t('fact.deliveries'),
            value: (
              <Explained
                items={profile.deliveries.map((id) => ({
                  id,
                  name: t(`delivery.${id}.name`),
                  text: t(`delivery.${id}.text`),
                }))}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

function IssuerCard({ profile, linked }: CardProps & { linked: boolean }) {
  const { t } = useTranslation('profile');
  const { authority, authorityLabel } = profile;
  return (
    <Card title={t('section.issuer')}>
      <Facts
        facts={[
          {
            label: t('column.authority'),
            value: !authorityLabel ? (
              <>
                {t('eachAuthority')}
                <span className={classes.note}>{t('eachAuthorityText')}</span>
              </>
            ) : linked ? (
              <TextLink params={{ line: authority }} to="/authority-lines/$line">
                {authorityLabel}
              </TextLink>
            ) : (
              authorityLabel
            ),
          },
          {
            label: t('setting.policy'),
            value: (
              <>
                <Code text={profile.policy} what={t('setting.policy')} />
                <span className={classes.note}>{t('policyText')}</span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function LimitsCard({ profile }: CardProps) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const { keys, shortest, longest } = profile.limits;
  return (
    <Card title={t('section.limits')}>
      <p>{t('limitsText')}</p>
      <Facts
        facts={[
          { label: t('column.keys'), value: <KeyNames keys={keys} /> },
          {
            label: t('setting.validity'),
            value: t('range', { from: formatPeriod(shortest, language), to: formatPeriod(longest, language) }),
          },
        ]}
      />
    </Card>
  );
}
