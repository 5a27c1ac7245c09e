import { IconCertificate, IconChevronRight, IconMail, IconShieldCheck } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { entranceQuery } from './api';
import { CertificateLogIn } from './CertificateLogIn';
import classes from './session.module.css';

/** How to log in. On the entrance that asks for a certificate: whose it is, or why it cannot be used. */
export function EntrancePage({ to }: { to?: string | undefined }) {
  const { data: entrance } = useSuspenseQuery(entranceQuery);
  return entrance.entrance === 'CERT' ? (
    <CertificateLogIn entrance={entrance} to={to} />
  ) : (
    <Choices certUrl={entrance.certUrl} to={to} />
  );
}

function Choices({ certUrl, to }: { certUrl: string; to?: string | undefined }) {
  const { t } = useTranslation('session');
  const target = `${certUrl}/login${to ? `?${new URLSearchParams({ to })}` : ''}`;
  return (
    <Page lead={to ? t('choice.leadReturn') : t('choice.lead')} title={t('choice.title')} width="text">
      <a className={classes.choice} href={target}>
        <IconCertificate aria-hidden="true" className={classes.choiceIcon} size="2.75rem" stroke={1.4} />
        <span className={classes.choiceText}>
          <span className={classes.choiceName}>{t('choice.certificate')}</span>
          <span className={classes.choiceLine}>{t('choice.certificateLine')}</span>
        </span>
        <IconChevronRight aria-hidden="true" size="1.75rem" />
      </a>
      <p className={classes.note}>
        {t('choice.browserAsks')}{' '}
        <TextLink params={{ topic: 'log-in' }} to="/help/$topic">
          {t('choice.how')}
        </TextLink>
      </p>
      <Card title={t('choice.noLogIn')} tone="sunken">
        <ul className={classes.plain}>
          <li>
            <IconShieldCheck aria-hidden="true" size="1.25rem" />
            <TextLink to="/authorities">{t('choice.authorities')}</TextLink>
          </li>
          <li>
            <IconMail aria-hidden="true" size="1.25rem" />
            <span>{t('choice.collect')}</span>
          </li>
        </ul>
      </Card>
    </Page>
  );
}
