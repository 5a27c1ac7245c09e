import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { DateTime } from '../../../shared/ui/DateTime';
import { Facts } from '../../../shared/ui/Facts';
import { Loading } from '../../../shared/ui/Loading';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { holderText } from '../Holder';
import { RefusedLines } from '../RefusedLines';
import { SubmissionStatus } from '../SubmissionStatus';
import classes from '../submission.module.css';
import { type Door, doorQuery } from './api';
import { HandInForm, type Making } from './HandInForm';
import { RenewForm } from './RenewForm';

const route = getRouteApi('/public/submit/$token');

/** What an officer's link leads to. No log-in; made for a phone as well. */
export function DoorPage({ maker }: { maker: (making: Making) => ReactNode }) {
  const { t } = useTranslation('submission');
  const { token } = route.useParams();
  const door = useQuery(doorQuery(token));
  const [done, setDone] = useState(false);
  if (door.isError) {
    return (
      <Page title={t('door.title')} width="text">
        {isProblem(door.error, 'submission-link-unknown', 'not-found') ? (
          <Callout title={t('door.unknown')} tone="bad">
            <p>{t('door.unknownText')}</p>
          </Callout>
        ) : (
          <ProblemPanel error={door.error} onRetry={() => door.refetch()} />
        )}
      </Page>
    );
  }
  if (door.isPending) {
    return (
      <Page title={t('door.title')} width="text">
        <Loading />
      </Page>
    );
  }
  const { state, submissions, certificates } = door.data;
  const renewing = certificates.length > 0;
  const show = {
    door: door.data,
    token,
    onDone: () => {
      setDone(true);
      scrollTo({ top: 0 });
    },
  };
  return (
    <Page
      lead={state === 'OPEN' && t(renewing ? 'renew.lead' : 'door.lead')}
      title={t(renewing ? 'renew.title' : 'door.title')}
      width="text"
    >
      {done && (
        <Callout role="status" title={t('door.done')} tone="ok">
          <p>{t('door.doneText')}</p>
        </Callout>
      )}
      {state !== 'OPEN' && (
        <Callout title={t(`links.state.${state}`)} tone={state === 'REVOKED' ? 'bad' : 'info'}>
          <p>{t('door.over')}</p>
        </Callout>
      )}
      {submissions.length > 0 && <Earlier submissions={submissions} />}
      <About door={door.data} />
      {renewing ? (
        <RenewForm key={submissions.length} {...show} />
      ) : (
        state === 'OPEN' && <HandInForm key={submissions.length} maker={maker} {...show} />
      )}
    </Page>
  );
}

function About({ door }: { door: Door }) {
  const { t } = useTranslation('submission');
  const language = useLanguage();
  const renewing = door.certificates.length > 0;
  const left = door.certificates.filter(({ state }) => state === 'OPEN').length;
  return (
    <Card title={t(`kind.${door.kind}`)}>
      <Facts
        facts={[
          { label: t('door.institution'), value: language === 'ja' ? door.institutionJa : door.institutionEn },
          { label: t('fact.holder'), value: holderText(door.name, door.email) },
          { label: t('door.expires'), value: <DateTime at={door.expiresAt} relative /> },
          renewing
            ? { label: t('renew.left'), value: t('renew.leftOf', { left, count: door.certificates.length }) }
            : { label: t('door.left'), value: t('door.times', { count: door.usesLeft }) },
        ]}
      />
    </Card>
  );
}

/** What became of what was handed in before. */
function Earlier({ submissions }: { submissions: Door['submissions'] }) {
  const { t } = useTranslation('submission');
  return (
    <Card title={t('door.earlier')}>
      <ul className={classes.rows}>
        {submissions.map((one) => (
          <li className={classes.row} key={one.submittedAt}>
            <p className={classes.rowHead}>
              <strong className={classes.host}>{one.fileName}</strong>
              <span className={classes.states}>
                <SubmissionStatus file={one.requestFileState} state={one.state} />
              </span>
            </p>
            <p className={classes.note}>
              <DateTime at={one.submittedAt} /> — {t('door.rows', { count: one.rows })}
            </p>
            {one.progress && (
              <p className={classes.note}>
                {t('door.progress', { done: one.progress.done, total: one.progress.total })}
                {(one.failed ?? 0) > 0 && ` ${t('door.failed', { count: one.failed ?? 0 })}`}
              </p>
            )}
            {one.refusedLines ? (
              <RefusedLines lines={one.refusedLines} reason={one.reason ?? ''} title={t('door.but')} />
            ) : (
              one.reason && <p>{t('door.reason', { reason: one.reason })}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
