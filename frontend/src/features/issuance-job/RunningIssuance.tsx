import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { useEnded } from '../../shared/progress/useEnded';
import { TextLink } from '../../shared/ui/links';
import { fetchJobPassively, type IssuanceJob, isRunning, newestJobQuery } from './api';
import classes from './issuanceJob.module.css';

const PAGE = '/client-certificates';
/** The page of the list shows whatever runs and has ended. */
const isAtPage = (pathname: string) => pathname === PAGE;
const ifRunning = (newest: IssuanceJob | null) => (newest && isRunning(newest) ? [newest] : []);

/** In the header: that certificates are being issued while one is elsewhere, and that it has ended. */
export function RunningIssuance() {
  const { t } = useTranslation('issuanceJob');
  const { number } = useNumbers();
  const pathname = useLocation({ select: (location) => location.pathname });
  const running = useQuery({ ...newestJobQuery, select: ifRunning }).data;
  const { ended, dismiss } = useEnded({ running, ask: fetchJobPassively, isShown: isAtPage });
  const [first] = ended;
  const [now] = running ?? [];
  return (
    <div aria-live="polite" className={classes.notice}>
      {first ? (
        <>
          <TextLink size="sm" to={PAGE}>
            {t(first.state === 'DONE' && first.failed === 0 ? 'notice.done' : 'notice.stopped')}
          </TextLink>
          <CloseButton aria-label={t('notice.close')} onClick={() => dismiss(first.id)} size="md" />
        </>
      ) : (
        now &&
        !isAtPage(pathname) && (
          <TextLink aria-live="off" size="sm" to={PAGE}>
            {t('notice.running', { done: number(now.progress.done), total: number(now.progress.total) })}
          </TextLink>
        )
      )}
    </div>
  );
}
