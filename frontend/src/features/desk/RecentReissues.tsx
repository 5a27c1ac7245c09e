import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { TextLink } from '../../shared/ui/links';
import { reissuesQuery } from './api';
import classes from './desk.module.css';

/** After what a certificate could be acquired anew: whoever steals certificates brings that about, too (F-09). */
export function RecentReissues() {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const { data } = useQuery(reissuesQuery(language));
  if (!data?.items.length) return null;
  return (
    <Card title={t('reissues.title')}>
      <ul className={classes.offers}>
        {data.items.map((action) => (
          <li className={classes.offer} key={action.id}>
            <div className={classes.offerText}>
              <TextLink params={{ id: action.id }} to="/desk-actions/$id">
                {action.title}
              </TextLink>
              <p className={classes.note}>
                {action.account.loginId ?? action.account.name} — {action.takenBy} — <DateTime at={action.takenAt} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('reissues.check')}</p>
    </Card>
  );
}
