import { Badge } from '@mantine/core';
import {
  IconBan,
  IconBell,
  IconBuildingBank,
  IconCertificate,
  IconChartBar,
  IconClockCheck,
  IconFileCertificate,
  IconFiles,
  IconFileUpload,
  IconFlask,
  IconHelpCircle,
  IconHierarchy2,
  IconHistory,
  IconHome,
  IconId,
  IconInbox,
  IconKey,
  IconKeyOff,
  IconLifebuoy,
  IconListCheck,
  IconListSearch,
  IconLock,
  IconMailbox,
  IconNetwork,
  IconPassword,
  IconPencilPlus,
  IconRefresh,
  IconSpeakerphone,
  IconTags,
  IconUserSearch,
  IconUsersGroup,
  IconWebhook,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ipAllowlistQuery } from '../features/ip-allowlist/api';
import type { Session } from '../features/session/api';
import { waitingQuery } from '../features/submission/api';
import { tenantQuery } from '../features/tenant/api';
import { functionsQuery } from '../features/user/api';
import { useLanguage } from '../shared/i18n/useLanguage';
import classes from './frame.module.css';
import { ManagedNavigation } from './ManagedNavigation';
import { PeopleNavigation } from './PeopleNavigation';
import { may, uploadKinds } from './rights';
import { useIssuanceOffered } from './useIssuanceOffered';

/** What the account may not do is not here. */
export function Navigation({ session }: { session: Session }) {
  // Where an administrator adds certificates, that is what there is to do.
  return useIssuanceOffered(session.account) ? (
    <ManagedNavigation session={session} />
  ) : (
    <FullNavigation session={session} />
  );
}

function FullNavigation({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { account, secret } = session;
  // Not from the route: public pages have this frame, too.
  const offer = useQuery({ ...tenantQuery, enabled: account.role !== 'OPERATOR' }).data?.revocation;
  const restricts = useQuery({ ...ipAllowlistQuery(), enabled: may.ipAllowlist(account) }).data?.combine;
  const waiting = useQuery({ ...waitingQuery(), enabled: may.submissions(account) }).data?.total.value;
  // Not everything where the list of one kind is open, which has an item of its own.
  const ofKind = useRouterState({
    select: ({ location }) => uploadKinds(account).some((kind) => kind === location.search.kind),
  });
  const language = useLanguage();
  const matrix = useQuery({ ...functionsQuery(language), enabled: may.haveFunctions(account) }).data?.matrix;
  if (matrix && matrix !== 'NONE') {
    return (
      <PeopleNavigation
        restricts={restricts !== undefined && restricts !== 'OFF'}
        revokes={may.bulkRevocations(account, offer)}
        session={session}
        trading={matrix === 'TRADING'}
      />
    );
  }
  const active = { className: `${classes.item} ${classes.active}` };
  const inactive = { className: classes.item };
  const item = { activeProps: active, inactiveProps: inactive };
  const history = may.audit(account) && (
    <li key="history">
      <Link activeOptions={{ includeSearch: false }} to="/audit" {...item}>
        <IconHistory aria-hidden="true" size={20} /> {t('nav.audit')}
      </Link>
    </li>
  );
  const notices = may.notices(account) && (
    <li key="notices">
      <Link activeOptions={{ includeSearch: false }} to="/notices" {...item}>
        <IconBell aria-hidden="true" size={20} /> {t('nav.notices')}
      </Link>
    </li>
  );
  const webhooks = may.webhooks(account) && (
    <li key="webhooks">
      <Link activeOptions={{ exact: false, includeSearch: false }} to="/webhooks" {...item}>
        <IconWebhook aria-hidden="true" size={20} /> {t('nav.webhooks')}
      </Link>
    </li>
  );
  // First of all for an operator, whose work begins with somebody on the telephone.
  const people = (
    <>
      {may.accounts(account) && (
        <li>
          <Link activeOptions={{ exact: false, includeSearch: false }} to="/accounts" {...item}>
            <IconUserSearch aria-hidden="true" size={20} />{' '}
            {t(may.operate(account) ? 'nav.findCustomer' : 'nav.accounts')}
          </Link>
        </li>
      )}
      {may.desk(account) && (
        <li>
          <Link activeOptions={{ exact: false, includeSearch: false }} to="/desk-actions" {...item}>
            <IconLifebuoy aria-hidden="true" size={20} /> {t('nav.deskActions')}
          </Link>
        </li>
      )}
    </>
  );
  return (
    <ul className={classes.items}>
      <li>
        <Link to="/home" {...item}>
          <IconHome aria-hidden="true" size={20} /> {t('nav.home')}
        </Link>
      </li>
      {may.operate(account) && people}
      {uploadKinds(account).map((kind) => (
        <Section key={kind} title={t(`nav.section.${kind}`)}>
          <li>
            <Link search={{ kind }} to="/request-files" {...item}>
              <IconFileUpload aria-hidden="true" size={20} />{' '}
              {t(kind === 'SUBSCRIBER' ? 'nav.updateFiles' : 'nav.requestFiles')}
            </Link>
          </li>
          {kind === 'SERVER' && (
            <li>
              <Link to="/requests/new" {...item}>
                <IconPencilPlus aria-hidden="true" size={20} /> {t('nav.request')}
              </Link>
            </li>
          )}
          {kind !== 'SUBSCRIBER' && (
            <li>
              <Link search={{ kind }} to="/certificates" {...item}>
                <IconCertificate aria-hidden="true" size={20} /> {t('nav.certificates')}
              </Link>
            </li>
          )}
        </Section>
      ))}
      {may.requestKinds(account).length > 0 && (
        <>
          <li className={classes.apart}>
            <Link activeOptions={{ includeSearch: false }} to="/renewals" {...item}>
              <IconRefresh aria-hidden="true" size={20} /> {t('nav.renewals')}
            </Link>
          </li>
          <li>
            <Link activeOptions={{ includeSearch: false }} to="/uncollected" {...item}>
              <IconMailbox aria-hidden="true" size={20} /> {t('nav.uncollected')}
            </Link>
          </li>
        </>
      )}
      {may.submissions(account) && (
        <li>
          <Link activeOptions={{ exact: false, includeSearch: false }} to="/submissions" {...item}>
            <IconInbox aria-hidden="true" size={20} /> {t('nav.submissions')}
            {(waiting ?? 0) > 0 && (
              <Badge aria-label={t('nav.waiting', { count: waiting ?? 0 })} size="lg" variant="filled">
                {waiting}
              </Badge>
            )}
          </Link>
        </li>
      )}
      {may.register(account) && (
        <li>
          <Link activeOptions={{ exact: ofKind }} to="/certificates" {...item}>
            <IconFiles aria-hidden="true" size={20} /> {t('nav.allCertificates')}
          </Link>
        </li>
      )}
      {may.operate(account) && (
        <li>
          <Link activeOptions={{ includeSearch: false, exact: false }} to="/certificate-search" {...item}>
            <IconListSearch aria-hidden="true" size={20} /> {t('nav.certificateSearch')}
          </Link>
        </li>
      )}
      {may.bulkRevocations(account, offer) && (
        <li>
          <Link activeOptions={{ includeSearch: false, exact: false }} to="/revocations" {...item}>
            <IconBan aria-hidden="true" size={20} /> {t('nav.revocations')}
          </Link>
        </li>
      )}
      {may.operate(account) && (
        <>
          <li>
            <Link activeOptions={{ includeSearch: false, exact: false }} to="/key-compromises" {...item}>
              <IconKeyOff aria-hidden="true" size={20} /> {t('nav.keyCompromises')}
            </Link>
          </li>
          <li>
            <Link activeOptions={{ includeSearch: false }} to="/blocked-keys" {...item}>
              <IconLock aria-hidden="true" size={20} /> {t('nav.blockedKeys')}
            </Link>
          </li>
          <li>
            <Link to="/crls" {...item}>
              <IconListCheck aria-hidden="true" size={20} /> {t('nav.crls')}
            </Link>
          </li>
        </>
      )}
      {may.timeStamps(account) && (
        <li>
          <Link activeOptions={{ includeSearch: false }} to="/time-stamps" {...item}>
            <IconClockCheck aria-hidden="true" size={20} /> {t('nav.timeStamps')}
          </Link>
        </li>
      )}
      {may.ownTenant(account) && (
        <li>
          <Link to="/tenant" {...item}>
            <IconId aria-hidden="true" size={20} /> {t('nav.ownTenant')}
          </Link>
        </li>
      )}
      {may.units(account) && (
        <li>
          <Link to="/units" {...item}>
            <IconTags aria-hidden="true" size={20} /> {t('nav.units')}
          </Link>
        </li>
      )}
      {may.operate(account) && (
        <li>
          <Link activeOptions={{ includeSearch: false, exact: false }} to="/tenants" {...item}>
            <IconUsersGroup aria-hidden="true" size={20} /> {t('nav.tenants')}
          </Link>
        </li>
      )}
      {may.operate(account) && (
        <li>
          <Link activeOptions={{ exact: false, includeSearch: false }} to="/announcements" {...item}>
            <IconSpeakerphone aria-hidden="true" size={20} /> {t('nav.announcements')}
          </Link>
        </li>
      )}
      {may.operate(account) && (
        <li>
          <Link activeOptions={{ exact: false }} to="/authority-lines" {...item}>
            <IconHierarchy2 aria-hidden="true" size={20} /> {t('nav.authorityLines')}
          </Link>
        </li>
      )}
      {may.profiles(account) && (
        <>
          <li>
            <Link activeOptions={{ exact: false, includeSearch: false }} to="/profiles" {...item}>
              <IconFileCertificate aria-hidden="true" size={20} /> {t('nav.profiles')}
            </Link>
          </li>
          <li>
            <Link activeOptions={{ includeSearch: false }} to="/dry-run" {...item}>
              <IconFlask aria-hidden="true" size={20} /> {t('nav.dryRun')}
            </Link>
          </li>
        </>
      )}
      {may.statistics(account) && (
        <li>
          <Link activeOptions={{ includeSearch: false }} to="/statistics" {...item}>
            <IconChartBar aria-hidden="true" size={20} /> {t('nav.statistics')}
          </Link>
        </li>
      )}
      {restricts && restricts !== 'OFF' && (
        <li>
          <Link to="/ip-allowlist" {...item}>
            <IconNetwork aria-hidden="true" size={20} /> {t('nav.ipAllowlist')}
          </Link>
        </li>
      )}
      {!may.operate(account) && people}
      {may.operate(account) ? [notices, webhooks, history] : [history, notices, webhooks]}
      {may.apiTokens(account) && (
        <li>
          <Link to="/tokens" {...item}>
            <IconKey aria-hidden="true" size={20} /> {t('nav.apiTokens')}
          </Link>
        </li>
      )}
      {secret && (
        <li>
          <Link to="/password" {...item}>
            <IconPassword aria-hidden="true" size={20} /> {t(secret.kind === 'PIN' ? 'nav.pin' : 'nav.password')}
          </Link>
        </li>
      )}
      <li className={classes.apart}>
        <Link to="/authorities" {...item}>
          <IconBuildingBank aria-hidden="true" size={20} /> {t('nav.authorities')}
        </Link>
      </li>
      <li>
        <Link to="/help" {...item}>
          <IconHelpCircle aria-hidden="true" size={20} /> {t('nav.help')}
        </Link>
      </li>
    </ul>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <span className={classes.section} id={`nav-${title}`}>
        {title}
      </span>
      <ul aria-labelledby={`nav-${title}`} className={classes.items}>
        {children}
      </ul>
    </li>
  );
}
