import { Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { AccountStates } from './AccountStates';
import classes from './account.module.css';
import { accountQuery } from './api';
import { LogInList } from './LogInList';
import { SecretStates } from './SecretStates';

type Props = {
  readonly id: string;
  readonly operator: boolean;
  /** Whether this account's registration may be changed by who looks at it. */
  readonly mayChange: (role: 'OPERATOR' | 'OFFICER' | 'ADMINISTRATOR' | 'USER') => boolean;
  /** What can be done for it, and its certificates. */
  readonly desk?: ReactNode;
};

/** Everything the service desk asks about somebody who cannot log in. */
export function AccountPage({ id, operator, mayChange, desk }: Props) {
  const { t } = useTranslation(['account', 'common']);
  const language = useLanguage();
  const { account } = useSuspenseQuery(accountQuery(id)).data;
  const locked = account.secrets.filter((secret) => secret.locked).map(({ kind }) => kind);
  return (
    <Page
      actions={
        mayChange(account.role) &&
        account.state !== 'WITHDRAWN' && (
          <ButtonLink params={{ id }} to="/accounts/$id/edit" variant="default">
            {t('change.do')}
          </ButtonLink>
        )
      }
      status={
        <Group gap="xs">
          <AccountStates locked={locked} state={account.state} />
        </Group>
      }
      title={account.name}
      trail={[{ label: t(operator ? 'common:nav.findCustomer' : 'common:nav.accounts'), to: '/accounts' }]}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <SecretStates secrets={account.secrets} />
          {desk}
        </div>
        <div className={classes.column}>
          <Card title={t('registered')}>
            <Facts
              facts={[
                {
                  label: t('field.tenant'),
                  value: operator ? (
                    <TextLink search={{ tenant: account.tenant.id }} to="/accounts">
                      {nameIn(language, account.tenant)}
                    </TextLink>
                  ) : (
                    nameIn(language, account.tenant)
                  ),
                },
                { label: t('field.role'), value: t(`common:role.${account.role}`) },
                {
                  label: t('field.loginId'),
                  value: <span className={classes.loginId}>{account.loginId ?? t('common:none')}</span>,
                },
                { label: t('field.email'), value: account.email ?? t('common:none') },
                account.role === 'OFFICER' && {
                  label: t('field.rights'),
                  value: account.rights.map((right) => t(`right.${right}`)).join(t('and')) || t('common:none'),
                },
                { label: t('field.createdAt'), value: <DateTime at={account.createdAt} /> },
              ]}
              layout="rows"
            />
            <Group gap="md" mt="md">
              <TextLink search={{ actor: account.id }} to="/audit">
                {t('history.by')}
              </TextLink>
              <TextLink search={{ target: account.id }} to="/audit">
                {t('history.of')}
              </TextLink>
            </Group>
          </Card>
          <LogInList logIns={account.logIns} />
        </div>
      </div>
    </Page>
  );
}
