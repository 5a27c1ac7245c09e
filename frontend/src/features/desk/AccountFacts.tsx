import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Facts } from '../../shared/ui/Facts';
import classes from './desk.module.css';

/** For whom something is done: to be compared with the request document. */
export function AccountFacts({ account }: { account: Schema<'DeskAccount'> }) {
  const { t } = useTranslation(['desk', 'common']);
  const language = useLanguage();
  return (
    <Facts
      facts={[
        { label: t('fact.tenant'), value: nameIn(language, account.tenant) },
        {
          label: t('fact.account'),
          value: (
            <>
              {account.name}
              {account.loginId && <span className={classes.loginId}>{account.loginId}</span>}
            </>
          ),
        },
        { label: t('fact.role'), value: t(`common:role.${account.role}`) },
      ]}
    />
  );
}
