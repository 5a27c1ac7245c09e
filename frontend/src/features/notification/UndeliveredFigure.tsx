import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNumbers } from '../../shared/format/useNumbers';
import { Figure } from '../../shared/ui/Figure';
import { TextLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { undeliveredQuery } from './api';

/** How many mails did not arrive anywhere. */
export function UndeliveredFigure() {
  const { t } = useTranslation('notification');
  const { number } = useNumbers();
  const undelivered = useQuery(undeliveredQuery);
  if (undelivered.isError) return <ProblemPanel error={undelivered.error} onRetry={() => undelivered.refetch()} />;
  const count = undelivered.data?.total.value;
  return (
    <Figure
      label={t('undelivered')}
      link={
        <TextLink search={{ state: 'FAILED' }} to="/notices">
          {t('showUndelivered')}
        </TextLink>
      }
      tone={count ? 'bad' : 'ok'}
      value={count === undefined ? undefined : number(count)}
    />
  );
}
