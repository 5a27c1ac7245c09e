import { Button, Popover } from '@mantine/core';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../features/session/api';
import { DateTime } from '../shared/ui/DateTime';
import classes from './frame.module.css';

type Props = { readonly session: Session; readonly onLogOut: () => void };

/** Who is logged in, since when, with what; and the way out. */
export function AccountMenu({ session, onLogOut }: Props) {
  const { t } = useTranslation();
  const { account, previousLogIn, certificate } = session;
  return (
    <Popover position="bottom-end" shadow="md" trapFocus width="20rem">
      <Popover.Target>
        <button aria-label={`${t('account.menu')}: ${account.name}`} className={classes.account} type="button">
          <IconUserCircle aria-hidden="true" size={24} />
          <span className={classes.accountName}>{account.name}</span>
          <IconChevronDown aria-hidden="true" size={16} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account.menu')}>
        <p className={classes.accountTitle}>{account.name}</p>
        <p className={classes.accountNote}>
          {t(`role.${account.role}`)}
          {account.loginId && ` — ${account.loginId}`}
        </p>
        <dl className={classes.accountFacts}>
          <dt>{t('account.previous')}</dt>
          <dd>
            {previousLogIn ? (
              <>
                <DateTime at={previousLogIn.at} />
                <br />
                {t('account.previousFrom', { address: previousLogIn.address })}
              </>
            ) : (
              t('account.first')
            )}
          </dd>
          {certificate && (
            <>
              <dt>{t('account.certificate')}</dt>
              <dd>
                {certificate.subjectDn}
                <br />
                <DateTime at={certificate.notAfter} only="date" relative />
              </dd>
            </>
          )}
        </dl>
        <Button
          fullWidth
          leftSection={<IconLogout aria-hidden="true" size={18} />}
          onClick={onLogOut}
          variant="default"
        >
          {t('account.logOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
