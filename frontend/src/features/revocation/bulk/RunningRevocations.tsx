import { CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { isAt, useEnded } from '../../../shared/progress/useEnded';
import { TextLink } from '../../../shared/ui/links';
import classes from '../revocation.module.css';
import { fetchBulkRevocationPassively, runningRevocationsQuery } from './api';

/** In the header: revocations that go on while one is elsewhere, and that they have ended. */
export function RunningRevocations() {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const pathname = useLocation({ select: (location) => location.pathname });
  const running = useQuery(runningRevocationsQuery).data?.items;
  const { ended, dismiss } = useEnded({ running, ask: fetchBulkRevocationPassively });
  const [first] = ended;
  const elsewhere = running?.find(({ id }) => !isAt(pathname, id));
  return (
    <div aria-live="polite" className={classes.notice}>
      {first ? (
        <>
          <TextLink params={{ id: first.id }} size="sm" to="/revocations/$id">
            {t('notice.done')}
          </TextLink>
          <CloseButton aria-label={t('notice.close')} onClick={() => dismiss(first.id)} size="md" />
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
