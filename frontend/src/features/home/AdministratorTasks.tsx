import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { usersQuery } from './api';
import classes from './home.module.css';
import { Task } from './Task';

/** For who looks after users: whom a lock keeps out, whose certificate ends soon, and who has not acquired one yet. */
export function AdministratorTasks() {
  const { t } = useTranslation('home');
  const locked = useQuery(usersQuery({ locked: true }));
  const ending = useQuery(usersQuery({ endsWithinDays: 30 }));
  const entitled = useQuery(usersQuery({ certificate: 'ENTITLED' }));
  const all = [locked, ending, entitled];
  const failed = all.find((query) => query.isError);
  const pending = all.some((query) => query.isPending);
  const count = ({ data }: typeof locked) => data?.total.value ?? 0;
  const none = all.every((query) => count(query) === 0);
  return (
    <>
      {failed && <ProblemPanel error={failed.error} onRetry={() => all.map((query) => query.refetch())} />}
      <Card title={t('task.title')}>
        {pending && <Loading lines={3} />}
        {!pending && !failed && none && (
          <p>
            <Status tone="ok">{t('task.none')}</Status>
          </p>
        )}
        {!pending && !none && (
          <ul className={classes.tasks}>
            {count(locked) > 0 && (
              <Task status={t('task.locked')} tone="bad">
                <TextLink search={{ locked: 'true' }} to="/users">
                  {t('task.lockedUsers', { count: count(locked) })}
                </TextLink>
              </Task>
            )}
            {count(ending) > 0 && (
              <Task status={t('task.ending')} tone="warn">
                <TextLink search={{ ends: '30', sort: 'CERTIFICATE_UNTIL' }} to="/users">
                  {t('task.endingUsers', { count: count(ending) })}
                </TextLink>
              </Task>
            )}
            {count(entitled) > 0 && (
              <Task status={t('task.entitled')} tone="wait">
                <TextLink search={{ certificate: 'ENTITLED' }} to="/users">
                  {t('task.entitledUsers', { count: count(entitled) })}
                </TextLink>
              </Task>
            )}
          </ul>
        )}
      </Card>
    </>
  );
}
