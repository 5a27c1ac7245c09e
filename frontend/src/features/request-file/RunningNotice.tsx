import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { TextLink } from '../../shared/ui/links';
import { fetchRequestFilePassively, type RequestFile, runningFilesQuery } from './api';
import classes from './requestFile.module.css';

/** In the header: work that goes on while one is elsewhere, and that it has ended. */
export function RunningNotice() {
  const { t } = useTranslation('requestFile');
  const language = useLanguage();
  const pathname = useLocation({ select: (location) => location.pathname });
  const running = useQuery(runningFilesQuery);
  const [ended, setEnded] = useState<readonly RequestFile[]>([]);
  const seen = useRef<readonly string[]>([]);

  useEffect(() => {
    if (!running.data) return;
    const now = running.data.items.map((file) => file.id);
    const gone = seen.current.filter((id) => !now.includes(id));
    seen.current = now;
    for (const id of gone) {
      fetchRequestFilePassively(id).then(
        (file) => setEnded((before) => [...before.filter((one) => one.id !== id), file]),
        () => undefined, // Discarded or out of reach: there is nothing to tell.
      );
    }
  }, [running.data]);

  // Who looks at the file itself needs no notice.
  useEffect(() => setEnded((before) => before.filter((file) => !pathname.endsWith(file.id))), [pathname]);

  const elsewhere = (running.data?.items ?? []).filter((file) => !pathname.endsWith(file.id));
  const [last] = ended;
  return (
    <div aria-live="polite" className={classes.notice}>
      {last ? (
        <>
          <TextLink params={{ id: last.id }} size="sm" to="/server/request-files/$id">
            {t(last.state === 'FAILED' || last.failed > 0 ? 'notice.failed' : 'notice.done', { file: last.fileName })}
          </TextLink>
          <CloseButton
            aria-label={t('notice.close')}
            onClick={() => setEnded((before) => before.filter((file) => file.id !== last.id))}
            size="md"
          />
        </>
      ) : (
        elsewhere[0] && (
          <TextLink aria-live="off" params={{ id: elsewhere[0].id }} size="sm" to="/server/request-files/$id">
            {t('notice.running', {
              done: formatNumber(elsewhere[0].progress.done, language),
              total: formatNumber(elsewhere[0].progress.total, language),
            })}
          </TextLink>
        )
      )}
    </div>
  );
}
