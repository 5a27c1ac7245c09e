import { Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { Status } from '../../shared/ui/Status';
import { functionsQuery, userQuery } from './api';
import { Mark } from './Mark';
import classes from './user.module.css';

type Props = {
  readonly id: string;
  /** Whether one comes from a change that was made. */
  readonly changed: boolean;
  /** What helps a user who cannot help themselves. */
  readonly desk: ReactNode;
};

/** A user of the own tenant: who it is, what may be done, and what can be done for them. */
export function UserPage({ id, changed, desk }: Props) {
  const { t } = useTranslation(['user', 'common']);
  const language = useLanguage();
  const { user, permissions } = useSuspenseQuery(userQuery(id)).data;
  const functions = useSuspenseQuery(functionsQuery(language)).data;
  const open = user.state !== 'WITHDRAWN';
  const currencies = (allowed: readonly string[] | undefined) =>
    allowed === undefined ? t('limit.every') : allowed.join(', ') || t('limit.none');
  return (
    <Page
      actions={
        open && (
          <>
            <ButtonLink params={{ id }} to="/users/$id/edit">
              {t('change.do')}
            </ButtonLink>
            {permissions && (
              <ButtonLink params={{ id }} to="/users/$id/permissions" variant="default">
                {t('permissions.do')}
              </ButtonLink>
            )}
          </>
        )
      }
      status={
        <Group gap="xs">
          <Status tone={user.state === 'ACTIVE' ? 'ok' : user.state === 'SUSPENDED' ? 'warn' : 'idle'}>
            {t(`state.${user.state}`)}
          </Status>
          {user.incidentAt && <Status tone="bad">{t('incident')}</Status>}
          {user.collectionBlockedAt && <Status tone="bad">{t('column.collection')}</Status>}
          {user.collectionAccumulatedAt && <Status tone="bad">{t('column.collectionAccumulated')}</Status>}
          {user.locked.map((kind) => (
            <Status key={kind} tone="bad">
              {t('lockedKind', { kind: t(`common:secretKind.${kind}`) })}
            </Status>
          ))}
        </Group>
      }
      title={user.name}
      trail={[{ label: t('list.title'), to: '/users' }]}
    >
      {changed && <Callout role="status" title={t('change.done')} tone="ok" />}
      <div className={classes.columns}>
        <div className={classes.column}>{desk}</div>
        <div className={classes.column}>
          <Card title={t('registered')}>
            <Facts
              facts={[
                { label: t('column.loginId'), value: <span className={classes.id}>{user.loginId ?? '–'}</span> },
                !!user.kana && { label: t('field.kana'), value: user.kana },
                { label: t('column.name'), value: user.name },
                { label: t('column.email'), value: user.email ?? t('common:none') },
                {
                  label: t('column.certificate'),
                  value: (
                    <>
                      {t(`certificate.${user.certificate}`)}
                      {user.certificateUntil && (
                        <span className={classes.second}>
                          <DateTime at={user.certificateUntil} />
                        </span>
                      )}
                      {user.acquireBy && (
                        <span className={classes.second}>
                          {t('acquireBy')} <DateTime at={user.acquireBy} />
                        </span>
                      )}
                    </>
                  ),
                },
                { label: t('column.otp'), value: t(`otp.${user.otp}`) },
              ]}
              layout="rows"
            />
          </Card>
          {permissions && (
            <Card title={t('permissions.title')}>
              {functions.groups.map((group) => (
                <fieldset className={classes.group} key={group.title}>
                  <legend>{group.title}</legend>
                  <ul className={classes.functions}>
                    {group.functions.map(({ code, title }) => (
                      <li key={code}>
                        {permissions.functions.includes(code) ? (
                          <Mark sign="○" word={t('may')} />
                        ) : (
                          <Mark sign="×" word={t('mayNot')} />
                        )}{' '}
                        {title}
                      </li>
                    ))}
                  </ul>
                </fieldset>
              ))}
              {functions.currencies.length > 0 && (
                <Facts
                  facts={[
                    { label: t('limit.buy'), value: currencies(permissions.buyCurrencies) },
                    { label: t('limit.sell'), value: currencies(permissions.sellCurrencies) },
                    {
                      label: t('limit.amount'),
                      value:
                        permissions.maxPerTrade === undefined
                          ? t('limit.noAmount')
                          : t('limit.yen', { amount: formatNumber(permissions.maxPerTrade, language) }),
                    },
                  ]}
                  layout="rows"
                />
              )}
            </Card>
          )}
        </div>
      </div>
    </Page>
  );
}
