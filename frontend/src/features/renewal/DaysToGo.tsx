import { useTranslation } from 'react-i18next';
import { daysUntil } from '../../shared/format/dates';
import { Status } from '../../shared/ui/Status';

/** "12 days left", in the tone of how urgent it is. */
export function DaysToGo({ end, now, quiet = false }: { end: string; now: number; quiet?: boolean }) {
  const { t } = useTranslation();
  const days = daysUntil(end, now);
  if (days < 0) return <Status tone="idle">{t('days.over')}</Status>;
  const text = days === 0 ? t('days.today') : t('days.left', { count: days });
  return days <= 30 && !quiet ? <Status tone="warn">{text}</Status> : <span>{text}</span>;
}
