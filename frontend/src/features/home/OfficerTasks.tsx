import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayBoundary, dayOf, daysUntil } from '../../shared/format/dates';
import { formatNumber } from '../../shared/format/text';
import { useTimeZone } from '../../shared/format/zone';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Figure } from '../../shared/ui/Figure';
import { Loading } from '../../shared/ui/Loading';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { certificatesQuery, noticesQuery, requestFilesQuery, waitingSubmissionsQuery } from './api';
import classes from './home.module.css';

const DAY = 86_400_000;

/** In order: expiring, not collected, files to confirm, work in progress, mail that did not arrive. */
export function OfficerTasks() {
  const { t } = useTranslation(['home', 'common']);
  const language = useLanguage();
  const zone = useTimeZone();
  const [now] = useState(Date.now);
  const soon = dayOf(now + 30 * DAY, zone);
  const monthAgo = dayOf(now - 30 * DAY, zone);
  const expiring = useQuery(
    certificatesQuery({ status: 'ISSUED', expiresTo: dayBoundary(soon, 'end', zone), sort: 'EXPIRES_AT', limit: 5 }),
  );
  const waiting = useQuery(certificatesQuery({ status: 'WAITING_FOR_DOWNLOAD', limit: 1 }));
  const valid = useQuery(certificatesQuery({ status: 'ISSUED', limit: 1 }));
  const recent = useQuery(certificatesQuery({ issuedFrom: dayBoundary(monthAgo, 'start', zone), limit: 1 }));
  const checked = useQuery(requestFilesQuery('CHECKED'));
  const proposed = useQuery(requestFilesQuery('PROPOSED'));
  const running = useQuery(requestFilesQuery('RUNNING'));
  const submissions = useQuery(waitingSubmissionsQuery);
  const failedMail = useQuery(noticesQuery('FAILED'));
  const all = [expiring, waiting, valid, recent, checked, proposed, running, submissions, failedMail];
  const failed = all.find((query) => query.isError);
  const pending = all.some((query) => query.isPending);
  const count = (query: { data?: { total: { value: number } } | undefined }) => query.data?.total.value;
  const text = (value: number | undefined) => (value === undefined ? undefined : formatNumber(value, language));

  const tasks: ReactNode[] = [];
  for (const one of expiring.data?.items ?? []) {
    tasks.push(
      <li className={classes.task} key={one.id}>
        <Status tone="warn">{t('common:days.left', { count: Math.max(0, daysUntil(one.notAfter, now)) })}</Status>
        <span className={classes.taskText}>
          <TextLink params={{ id: one.id }} to="/certificates/$id">
            {one.commonName}
          </TextLink>
          <span className={classes.note}>
            {t('task.expires')} <DateTime at={one.notAfter} only="date" />
            {one.subscriber && ` — ${one.subscriber.name || one.subscriber.email}`}
          </span>
        </span>
      </li>,
    );
  }
  const waitingCount = count(waiting) ?? 0;
  if (waitingCount > 0) {
    tasks.push(
      <li className={classes.task} key="waiting">
        <Status tone="wait">{t('common:status.WAITING_FOR_DOWNLOAD')}</Status>
        <span className={classes.taskText}>
          <TextLink search={{ kind: 'SERVER' }} to="/uncollected">
            {t('task.waiting', { count: waitingCount })}
          </TextLink>
          <span className={classes.note}>{t('task.waitingNote')}</span>
        </span>
      </li>,
    );
  }
  for (const file of checked.data?.items ?? []) {
    tasks.push(
      <li className={classes.task} key={file.id}>
        <Status tone={file.rows.refused > 0 ? 'warn' : 'wait'}>{t('task.confirm')}</Status>
        <span className={classes.taskText}>
          <TextLink params={{ id: file.id }} to="/request-files/$id">
            {file.fileName}
          </TextLink>
          <span className={classes.note}>
            {file.rows.refused > 0
              ? t('task.refused', { count: file.rows.refused, total: formatNumber(file.rows.total, language) })
              : t('task.clean', { count: file.rows.total })}
          </span>
        </span>
      </li>,
    );
  }
  const submitted = count(submissions) ?? 0;
  if (submitted > 0) {
    tasks.push(
      <li className={classes.task} key="submissions">
        <Status tone="wait">{t('task.submitted')}</Status>
        <span className={classes.taskText}>
          <TextLink search={{ state: 'WAITING' }} to="/submissions">
            {t('task.submissions', { count: submitted })}
          </TextLink>
        </span>
      </li>,
    );
  }
  for (const file of proposed.data?.items ?? []) {
    tasks.push(
      <li className={classes.task} key={file.id}>
        <Status tone="wait">{t('task.second')}</Status>
        <span className={classes.taskText}>
          <TextLink params={{ id: file.id }} to="/request-files/$id">
            {file.fileName}
          </TextLink>
          <span className={classes.note}>{t('task.secondNote', { name: file.submittedBy ?? '' })}</span>
        </span>
      </li>,
    );
  }
  for (const file of running.data?.items ?? []) {
    tasks.push(
      <li className={classes.task} key={file.id}>
        <Status tone="wait">{t('task.running')}</Status>
        <span className={classes.taskText}>
          <TextLink params={{ id: file.id }} to="/request-files/$id">
            {file.fileName}
          </TextLink>
          <span className={classes.note}>
            {t('task.progress', {
              done: formatNumber(file.progress.done, language),
              total: formatNumber(file.progress.total, language),
            })}
          </span>
        </span>
      </li>,
    );
  }
  const failedCount = count(failedMail) ?? 0;
  if (failedCount > 0) {
    tasks.push(
      <li className={classes.task} key="mail">
        <Status tone="bad">{t('task.mail')}</Status>
        <span className={classes.taskText}>
          <TextLink search={{ state: 'FAILED' }} to="/notices">
            {t('task.failedMail', { count: failedCount })}
          </TextLink>
        </span>
      </li>,
    );
  }
  const nothingYet = !pending && tasks.length === 0 && count(valid) === 0 && count(recent) === 0;

  return (
    <>
      {failed && <ProblemPanel error={failed.error} onRetry={() => all.map((query) => query.refetch())} />}
      {nothingYet ? (
        <EmptyState
          action={<ButtonLink to="/request-files/new">{t('common:nav.upload')}</ButtonLink>}
          title={t('first.title')}
        >
          {t('first.text')}
        </EmptyState>
      ) : (
        <>
          <Card title={t('task.title')}>
            {pending && <Loading lines={4} />}
            {!pending && tasks.length === 0 && (
              <p>
                <Status tone="ok">{t('task.none')}</Status>
              </p>
            )}
            {!pending && tasks.length > 0 && <ul className={classes.tasks}>{tasks}</ul>}
            {(count(expiring) ?? 0) > 5 && (
              <TextLink search={{ kind: 'SERVER', state: 'NOT_RENEWED', within: '30' }} to="/renewals">
                {t('task.allExpiring', { count: count(expiring) ?? 0 })}
              </TextLink>
            )}
          </Card>
          <div className={classes.figures}>
            <Figure
              label={t('figure.valid')}
              link={
                <TextLink search={{ kind: 'SERVER', status: 'ISSUED' }} to="/certificates">
                  {t('figure.show')}
                </TextLink>
              }
              tone="ok"
              value={text(count(valid))}
            />
            <Figure
              label={t('figure.expiring')}
              link={
                <TextLink search={{ kind: 'SERVER', state: 'NOT_RENEWED', within: '30' }} to="/renewals">
                  {t('figure.show')}
                </TextLink>
              }
              tone="warn"
              value={text(count(expiring))}
            />
            <Figure
              label={t('figure.waiting')}
              link={
                <TextLink search={{ kind: 'SERVER' }} to="/uncollected">
                  {t('figure.show')}
                </TextLink>
              }
              tone="wait"
              value={text(count(waiting))}
            />
            <Figure
              label={t('figure.recent')}
              link={
                <TextLink search={{ kind: 'SERVER', issuedFrom: monthAgo }} to="/certificates">
                  {t('figure.show')}
                </TextLink>
              }
              tone="info"
              value={text(count(recent))}
            />
          </div>
        </>
      )}
    </>
  );
}
