import {
  IconCertificate,
  IconChevronRight,
  IconDownload,
  IconMail,
  IconShieldCheck,
  IconTestPipe,
} from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { Card } from '../../../shared/ui/Card';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { type Entrance, entranceQuery, type LogInMethod, type PresentedCertificate } from '../api';
import type { LoginSearch } from '../search';
import classes from '../session.module.css';
import { CertificateLogIn } from './CertificateLogIn';
import { Diagnosis } from './Diagnosis';
import { LockedPage } from './LockedPage';
import { LogInForm } from './LogInForm';
import { asksForSecret, proves } from './methods';
import { type Enter, useEnter } from './useEnter';

const NOTHING: PresentedCertificate = { code: 'M-CERT-NONE', message: '' };

/** How to log in, as the policy says. On the entrance that asks for a certificate: whose it is, or why it cannot be used. */
export function EntrancePage({ to, tenant }: LoginSearch) {
  const { data: entrance } = useSuspenseQuery(entranceQuery(tenant));
  const enter = useEnter(to);
  if (isProblem(enter.logIn.error, 'secret-locked')) {
    return <LockedPage onBack={() => enter.logIn.reset()} problem={enter.logIn.error} />;
  }
  if (entrance.entrance === 'PORTAL') return <Choices enter={enter} entrance={entrance} tenant={tenant} to={to} />;
  const presented = entrance.presented ?? NOTHING;
  const ready = entrance.methods.filter((method) => method.ready);
  return ready.length > 0 ? (
    <CertificateLogIn enter={enter} entrance={entrance} methods={ready} presented={presented} />
  ) : (
    <Diagnosis entrance={entrance} presented={presented} tenant={tenant} to={to} />
  );
}

type ChoicesProps = LoginSearch & { readonly entrance: Entrance; readonly enter: Enter };

/** Big choices in the order of the policy; the one that needs no other entrance is the form itself. */
function Choices({ entrance, enter, to, tenant }: ChoicesProps) {
  const { t } = useTranslation('session');
  const here = entrance.methods.filter((method) => method.ready && proves(method, 'ID'));
  const elsewhere = entrance.methods.filter((method) => method.entrance === 'CERT');
  const formFirst = entrance.methods[0]?.entrance === 'PORTAL';
  const query = new URLSearchParams({ ...(tenant && { tenant }), ...(to && { to }) }).toString();
  const form = here.length > 0 && (
    <Card key="form" title={elsewhere.length > 0 ? t('choice.id') : undefined}>
      <LogInForm enter={enter} entrance={entrance} methods={here} withId />
    </Card>
  );
  const certificate = elsewhere.length > 0 && (
    <div key="certificate">
      <CertificateChoice
        beside={entrance.acquisition && <AcquireChoice tenant={tenant} />}
        href={`${entrance.certUrl}/login${query && `?${query}`}`}
        methods={elsewhere}
      />
    </div>
  );
  return (
    <Page lead={t(to ? 'choice.leadReturn' : 'choice.lead')} title={t('choice.title')} width="text">
      {formFirst ? [form, certificate] : [certificate, form]}
      {!form && !certificate && <EmptyState title={t('choice.nothing')}>{t('choice.nothingNext')}</EmptyState>}
      <Card title={t('choice.noLogIn')} tone="sunken">
        <ul className={classes.plain}>
          <li>
            <IconShieldCheck aria-hidden="true" size="1.25rem" />
            <TextLink to="/authorities">{t('choice.authorities')}</TextLink>
          </li>
          <li>
            <IconTestPipe aria-hidden="true" size="1.25rem" />
            <TextLink to="/test-certificate">{t('choice.test')}</TextLink>
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

type CertificateChoiceProps = {
  readonly href: string;
  readonly methods: readonly LogInMethod[];
  /** For whoever has no certificate yet. */
  readonly beside: ReactNode;
};

function CertificateChoice({ href, methods, beside }: CertificateChoiceProps) {
  const { t } = useTranslation('session');
  const some = methods.some(asksForSecret);
  const all = methods.every(asksForSecret);
  return (
    <>
      <div className={classes.choices}>
        <a className={classes.choice} href={href}>
          <IconCertificate aria-hidden="true" className={classes.choiceIcon} size="2.75rem" stroke={1.4} />
          <span className={classes.choiceText}>
            <span className={classes.choiceName}>{t('choice.certificate')}</span>
            <span className={classes.choiceLine}>
              {t(all ? 'choice.certificateAndSecret' : some ? 'choice.certificateLine' : 'choice.certificateAlone')}
            </span>
          </span>
          <IconChevronRight aria-hidden="true" size="1.75rem" />
        </a>
        {beside}
      </div>
      <p className={classes.note}>
        {t('choice.browserAsks')}{' '}
        <TextLink params={{ topic: 'log-in' }} to="/help/$topic">
          {t('choice.how')}
        </TextLink>
      </p>
    </>
  );
}

/** The first certificate is acquired without one (SC-030). */
function AcquireChoice({ tenant }: { tenant: string | undefined }) {
  const { t } = useTranslation('session');
  return (
    <Link className={classes.choice} search={tenant ? { tenant } : {}} to="/acquire">
      <IconDownload aria-hidden="true" className={classes.choiceIcon} size="2.75rem" stroke={1.4} />
      <span className={classes.choiceText}>
        <span className={classes.choiceName}>{t('choice.acquire')}</span>
        <span className={classes.choiceLine}>{t('choice.acquireLine')}</span>
      </span>
      <IconChevronRight aria-hidden="true" size="1.75rem" />
    </Link>
  );
}
