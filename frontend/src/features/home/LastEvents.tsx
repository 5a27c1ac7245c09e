import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { lastEventsQuery } from './api';
import classes from './home.module.css';

export function LastEvents() {
  const { t } = useTranslation(['home', 'common']);
  const events = useQuery(lastEventsQuery);
  return (
    <Card actions={<TextLink to="/audit">{t('events.all')}</TextLink>} title={t('events.title')}>
      {events.isPending && <Loading lines={8} />}
      {events.isError && <ProblemPanel error={events.error} onRetry={() => events.refetch()} />}
      {events.data?.items.length === 0 && <p>{t('events.empty')}</p>}
      {events.data && (
        <ul className={classes.events}>
          {events.data.items.map((event) => (
            <li className={classes.event} key={event.id}>
              <DateTime at={event.at} />
              <span>
                {event.title}
                {event.outcome === 'FAILURE' && ` (${t('common:outcome.FAILURE')})`}
                <span className={classes.note}>{[event.target, event.actor].filter(Boolean).join(' — ')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
