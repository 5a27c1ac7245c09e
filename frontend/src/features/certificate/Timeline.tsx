import { useTranslation } from 'react-i18next';
import { DateTime } from '../../shared/ui/DateTime';
import { TONE_ICON, type Tone } from '../../shared/ui/Status';
import type { CertificateDetail } from './api';
import classes from './certificate.module.css';

type Entry = { readonly at: string; readonly title: string; readonly note: string; readonly tone: Tone };

/** What happened to the certificate so far, the oldest first, and what it waits for. */
export function Timeline({ certificate }: { certificate: CertificateDetail }) {
  const { t } = useTranslation('certificate');
  const entries: Entry[] = certificate.history.map((event) => ({
    at: event.at,
    title: event.title ?? event.operation,
    note: [event.actor, event.address].filter(Boolean).join(' — '),
    tone: event.outcome === 'FAILURE' ? 'bad' : 'ok',
  }));
  const crl = certificate.revocation?.crlVisibleSince;
  if (crl) entries.push({ at: crl, title: t('timeline.crl'), note: '', tone: 'ok' });
  entries.sort((a, b) => a.at.localeCompare(b.at));
  if (certificate.collection?.state === 'WAITING') {
    entries.push({
      at: certificate.collection.deadline,
      title: t('timeline.waiting'),
      note: t('timeline.deadline'),
      tone: 'wait',
    });
  }
  return (
    <ol className={classes.timeline}>
      {entries.map((entry, index) => {
        const Icon = TONE_ICON[entry.tone];
        return (
          <li className={classes.event} data-tone={entry.tone} key={index}>
            <Icon aria-hidden="true" size={24} />
            <span className={classes.eventTitle}>{entry.title}</span>
            <span className={classes.eventNote}>
              {entry.tone === 'wait' && `${entry.note} `}
              <DateTime at={entry.at} />
              {entry.tone !== 'wait' && entry.note && ` — ${entry.note}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
