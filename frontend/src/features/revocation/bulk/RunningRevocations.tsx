import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { TextLink } from '../../../shared/ui/links';
import classes from '../revocation.module.css';
import { type BulkRevocation, fetchBulkRevocationPassively, runningRevocationsQuery } from './api';

/** In the header: revocations that go on while one is elsewhere, and that they have ended. */
export function RunningRevocations() {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const pathname = useLocation({ select: (location) => location.pathname });
  const running = useQuery(runningRevocationsQuery);
  const [ended, setEnded] = useState<BulkRevocation>();
  const seen = useRef<readonly string[]>([]);

  useEffect(() => {
    if (!running.data) return;
    const now = running.data.items.map(({ id }) => id);
    const gone = seen.current.filter((id) => !now.includes(id));
    seen.current = now;
    for (const id of gone) {
      fetchBulkRevocationPassively(id).then(setEnded, () => undefined); // Out of reach: there is nothing to tell.
    }
  }, [running.data]);

  const elsewhere = running.data?.items.find(({ id }) => !pathname.endsWith(id));
  const last = ended && !pathname.endsWith(ended.id) ? ended : undefined;
  return (
    <div aria-live="polite" className={classes.notice}>
      {last ? (
        <>
          <TextLink params={{ id: last.id }} size="sm" to="/revocations/$id">
            {t('notice.done')}
          </TextLink>
          <CloseButton aria-label={t('notice.close')} onClick={() => setEnded(undefined)} size="md" />
        </>
      ) : (
        elsewhere && (
          <TextLink aria-live="off" params={{ id: elsewhere.id }} size="sm" to="/revocations/$id">
            {t('notice.running', {
              done: formatNumber(elsewhere.progress.done, language),
              total: formatNumber(elsewhere.progress.total, language),
            })}
          </TextLink>
        )
      )}
    </div>
  );
}
