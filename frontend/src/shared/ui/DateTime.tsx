import { formatDate, formatDateTime, formatRelative, formatZone } from '../format/dates';
import { useTimeZone } from '../format/zone';
import { useLanguage } from '../i18n/useLanguage';
import classes from './DateTime.module.css';

type Props = { readonly at: string; readonly only?: 'date'; readonly relative?: boolean };

/** A time in the tenant's zone; the zone on hover. */
export function DateTime({ at, only, relative }: Props) {
  const language = useLanguage();
  const zone = useTimeZone();
  const full = formatDateTime(at, language, zone);
  return (
    <>
      <time className={classes.time} dateTime={at} title={`${only ? `${full} ` : ''}${formatZone(at, language, zone)}`}>
        {only === 'date' ? formatDate(at, language, zone) : full}
      </time>
      {relative && <span className={classes.relative}> ({formatRelative(at, language, Date.now())})</span>}
    </>
  );
}
