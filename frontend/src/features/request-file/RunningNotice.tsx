import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { isAt, useEnded } from '../../shared/progress/useEnded';
import { TextLink } from '../../shared/ui/links';
import { fetchRequestFilePassively, runningFilesQuery } from './api';
import classes from './requestFile.module.css';

/** In the header: work that goes on while one is elsewhere, and that it has ended. */
export function RunningNotice() {
  const { t } = useTranslation('requestFile');
  const language = useLanguage();
  const pathname = useLocation({ select: (location) => location.pathname });
  const running = useQuery(runningFilesQuery).data?.items;
  const { ended, dismiss } = useEnded({ running, ask: fetchRequestFilePassively });
  const [first] = ended;
  const elsewhere = running?.find(({ id }) => !isAt(pathname, id));
  return (
    <div aria-live="polite" className={classes.notice}>
      {first ? (
        <>
          <TextLink params={{ id: first.id }} size="sm" to="/request-files/$id">
            {t(first.state === 'FAILED' || first.failed > 0 ? 'notice.failed' : 'notice.done', {
              file: first.fileName,
            })}
          </TextLink>
          <CloseButton aria-label={t('notice.close')} onClick={() => dismiss(first.id)} size="md" />
        </>
      ) : (
        elsewhere && (
          <TextLink aria-live="off" params={{ id: elsewhere.id }} size="sm" to="/request-files/$id">
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
