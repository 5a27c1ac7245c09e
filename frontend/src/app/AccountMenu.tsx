import { Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../features/session/api';
import { formatDateTime } from '../shared/format/dates';
import { useTimeZone } from '../shared/format/zone';
import { useLanguage } from '../shared/i18n/useLanguage';
import { DateTime } from '../shared/ui/DateTime';
import { TextLink } from '../shared/ui/links';
import classes from './frame.module.css';
import { may } from './rights';

/** Who is logged in, since when, with what (SC-046); and what one can change about it. */
export function AccountMenu({ session }: { session: Session }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useTimeZone();
  const [opened, menu] = useDisclosure(false);
  const { account, previousLogIn, certificate, secret } = session;
  return (
    <Popover onChange={menu.toggle} opened={opened} position="bottom-end" shadow="md" trapFocus width="20rem">
      <Popover.Target>
        <button
          aria-label={`${t('account.menu')}: ${account.name}`}
          className={classes.account}
          onClick={menu.toggle}
          type="button"
        >
          <IconUserCircle aria-hidden="true" size={24} />
          <span className={classes.accountText}>
            <span className={classes.accountName}>
              {account.name}
              {account.loginId && <span className={classes.accountId}>{account.loginId}</span>}
            </span>
            {previousLogIn && (
              <span className={classes.accountPrevious}>
                {t('account.previousShort')} {formatDateTime(previousLogIn.at, language, zone)}
              </span>
            )}
          </span>
          <IconChevronDown aria-hidden="true" size={16} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('account.menu')}>
        <p className={classes.accountTitle}>{account.name}</p>
        <p className={classes.accountNote}>
          {t(`role.${account.role}`)}
          {account.loginId && ` — ${t('account.id')} ${account.loginId}`}
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
                <DateTime at={certificate.notAfter} relative />
              </dd>
            </>
          )}
        </dl>
        <ul className={classes.accountLinks}>
          {certificate?.renewable && (
            <li>
              <TextLink onClick={menu.close} to="/own-certificate">
                {t('account.renew')}
              </TextLink>
            </li>
          )}
          {may.haveFunctions(account) && (
            <li>
              <TextLink onClick={menu.close} to="/mail-address">
                {t('account.mailAddress')}
              </TextLink>
            </li>
          )}
          {secret && (
            <li>
              <TextLink onClick={menu.close} to="/password">
                {t(secret.kind === 'PIN' ? 'account.pin' : 'account.password')}
              </TextLink>
            </li>
          )}
          {session.confirmationPin !== 'UNUSED' && (
            <li>
              <TextLink onClick={menu.close} to="/confirmation-pin">
                {t('account.confirmationPin')}
              </TextLink>
            </li>
          )}
          {session.otp.offered.includes('TOTP') && (
            <li>
              <TextLink onClick={menu.close} to="/authenticator">
                {t('account.authenticator')}
              </TextLink>
            </li>
          )}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
