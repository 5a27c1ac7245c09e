import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { Facts } from '../../shared/ui/Facts';
import { TextLink } from '../../shared/ui/links';
import { ownAccountQuery } from './api';
import classes from './ownAccount.module.css';

/** Who one is here, to be checked after every log-in: customer, ID, name, and where mails go (SC-046, HK-011). */
export function Identity({ account }: { account: Schema<'Account'> }) {
  const { t } = useTranslation(['ownAccount', 'common']);
  const language = useLanguage();
  const { data } = useQuery(ownAccountQuery);
  return (
    <Card title={t('title')}>
      <Facts
        facts={[
          {
            label: t('tenant', { label: t(`common:tenantLabel.${account.tenant.label}`) }),
            value: nameIn(language, account.tenant),
          },
          !!account.loginId && {
            label: t('loginId'),
            value: <span className={classes.id}>{account.loginId}</span>,
          },
          { label: t('name'), value: account.name },
          {
            label: t('email'),
            value: (
              <>
                {data?.email ?? t('common:none')}{' '}
                <TextLink to="/mail-address">{t(data?.email ? 'change.do' : 'change.set')}</TextLink>
              </>
            ),
          },
        ]}
        layout="rows"
      />
    </Card>
  );
}
