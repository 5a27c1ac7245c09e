import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import classes from './announcement.module.css';
import { ownAnnouncementsQuery } from './api';

/** What the service desk tells, the newest first (HK-026). `always` says so, too, where there is nothing. */
export function Announcements({ always = false }: { always?: boolean }) {
  const { t } = useTranslation('announcement');
  const language = useLanguage();
  const told = useQuery(ownAnnouncementsQuery);
  if (told.isError) return <ProblemPanel error={told.error} onRetry={() => told.refetch()} />;
  if (!told.data || (told.data.items.length === 0 && !always)) return null;
  return (
    <Card title={t('own.title')}>
      {told.data.items.length === 0 && <p>{t('own.none')}</p>}
      <ul className={classes.list}>
        {told.data.items.map((item) => (
          <li key={item.id}>
            <details className={classes.item}>
              <summary>
                <span className={classes.day}>
                  <DateTime at={item.from} only="date" />
                </span>
                {language === 'ja' ? item.titleJa : item.titleEn}
              </summary>
              <p className={classes.text}>{language === 'ja' ? item.textJa : item.textEn}</p>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
