import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayBoundary, dayOf, daysUntil } from '../../shared/format/dates';
import { useTimeZone } from '../../shared/format/zone';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import {
  endingQuery,
  failedFilesQuery,
  type Kind,
  noticesQuery,
  requestFilesQuery,
  uncollectedQuery,
  useRegisterCount,
  waitingSubmissionsQuery,
} from './api';
import { FileTask } from './FileTask';
import classes from './home.module.css';
import { OfficerFigures } from './OfficerFigures';
import { Task } from './Task';

const DAY = 86_400_000;
/** How many of a sort are named one by one. */
const NAMED = 5;

/**
 * In order: expiring, not collected, files to confirm, submissions, files for a second officer, work in progress, what failed, mail that
 * did not arrive.
 *
 * @param kinds whose certificates the officer looks after
 */
export function OfficerTasks({ kinds }: { readonly kinds: readonly Kind[] }) {
  const { t } = useTranslation(['home', 'common']);
  const zone = useTimeZone();
  const [now] = useState(Date.now);
  const monthAgo = dayOf(now - 30 * DAY, zone);
  const enabled = kinds.length > 0;
  const expiresTo = dayBoundary(dayOf(now + 30 * DAY, zone), 'end', zone);
  const expiring = useQuery({ ...endingQuery(expiresTo, NAMED), enabled });
  const waiting = useQuery({ ...uncollectedQuery, enabled });
  const checked = useQuery(requestFilesQuery('CHECKED', NAMED));
  const proposed = useQuery(requestFilesQuery('PROPOSED', NAMED));
  const running = useQuery(requestFilesQuery('RUNNING', NAMED));
  const broken = useQuery(failedFilesQuery(dayBoundary(dayOf(now - 7 * DAY, zone), 'start', zone), NAMED));
  const submissions = useQuery(waitingSubmissionsQuery);
  const failedMail = useQuery(noticesQuery('FAILED'));
  const valid = useRegisterCount(kinds, { status: 'ISSUED' });
  const recent = useRegisterCount(kinds, { issuedFrom: dayBoundary(monthAgo, 'start', zone) });
  const all = [expiring, waiting, checked, proposed, running, broken, submissions, failedMail, valid, recent];
  const failed = all.find((query) => query.isError);
  // What is not asked for is not waited for.
  const pending = all.some((query) => query.isLoading);
  const count = (query: { data?: { total: { value: number } } | undefined }) => query.data?.total.value ?? 0;
  const files = (query: typeof checked) =>
    query.data?.items.map((file) => <FileTask file={file} key={file.id} />) ?? [];
  const kind = kinds.length === 1 ? kinds[0] : undefined;

  const tasks = [
    ...(expiring.data?.items ?? []).map((one) => (
      <Task
        key={one.id}
        note={
          <>
            {t('task.expires')} <DateTime at={one.notAfter} only="date" />
            {one.subscriber && ` — ${one.subscriber.name || one.subscriber.email}`}
          </>
        }
        status={t('common:days.left', { count: Math.max(0, daysUntil(one.notAfter, now)) })}
        tone="warn"
      >
        <TextLink params={{ id: one.id }} to="/certificates/$id">
          {one.commonName}
        </TextLink>
      </Task>
    )),
    count(waiting) > 0 && (
      <Task key="waiting" note={t('task.waitingNote')} status={t('common:status.WAITING_FOR_DOWNLOAD')} tone="wait">
        <TextLink search={{ kind }} to="/uncollected">
          {t('task.waiting', { count: count(waiting) })}
        </TextLink>
      </Task>
    ),
    ...files(checked),
    count(submissions) > 0 && (
      <Task key="submissions" status={t('task.submitted')} tone="wait">
        <TextLink search={{ state: 'WAITING' }} to="/submissions">
          {t('task.submissions', { count: count(submissions) })}
        </TextLink>
      </Task>
    ),
    ...files(proposed),
    ...files(running),
    ...files(broken),
    count(failedMail) > 0 && (
      <Task key="mail" status={t('task.mail')} tone="bad">
        <TextLink search={{ state: 'FAILED' }} to="/notices">
          {t('task.failedMail', { count: count(failedMail) })}
        </TextLink>
      </Task>
    ),
  ].filter((task) => task !== false);
  const nothingYet = enabled && !pending && !failed && tasks.length === 0 && valid.data === 0 && recent.data === 0;

  return (
    <>
      {failed && <ProblemPanel error={failed.error} onRetry={() => all.map((query) => query.refetch())} />}
      {nothingYet ? (
        <EmptyState
          action={<ButtonLink to="/request-files/new">{t('common:nav.upload')}</ButtonLink>}
          title={t('first.title')}
        >
          {t('first.text')} {kinds.includes('SERVER') && t('first.form')}
        </EmptyState>
      ) : (
        <>
          <Card title={t('task.title')}>
            {pending && <Loading lines={4} />}
            {!pending && !failed && tasks.length === 0 && (
              <p>
                <Status tone="ok">{t('task.none')}</Status>
              </p>
            )}
            {!pending && tasks.length > 0 && <ul className={classes.tasks}>{tasks}</ul>}
            {count(expiring) > NAMED && (
              <TextLink search={{ kind, state: 'NOT_RENEWED', within: '30' }} to="/renewals">
                {t('task.allExpiring', { count: count(expiring) })}
              </TextLink>
            )}
          </Card>
          {enabled && (
            <OfficerFigures
              expiring={expiring.data?.total.value}
              kind={kind}
              monthAgo={monthAgo}
              recent={recent.data}
              valid={valid.data}
              waiting={waiting.data?.total.value}
            />
          )}
        </>
      )}
    </>
  );
}
