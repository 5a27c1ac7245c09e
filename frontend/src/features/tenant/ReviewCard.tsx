import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { Status, type Tone } from '../../shared/ui/Status';
import type { Tenant } from './api';

type State = NonNullable<Tenant['review']>['state'];

const TONE: Record<State, Tone> = { NEVER: 'idle', APPROVED: 'ok', DUE: 'warn', UNDER_WAY: 'wait', OVERDUE: 'bad' };

/** Where an institution stands with its yearly review, for the desk and for its officers alike. */
export function ReviewCard({ tenant, actions }: { tenant: Tenant; actions?: ReactNode }) {
  const { t } = useTranslation('tenant');
  const { review } = tenant;
  if (!review) return null;
  return (
    <Card title={t('review.title')}>
      <p>
        <Status tone={TONE[review.state]}>{t(`review.state.${review.state}`)}</Status>
      </p>
      <p>{t(`review.text.${review.state}`)}</p>
      <Facts
        facts={[
          review.approvedAt !== undefined && {
            label: t('review.approvedAt'),
            value: <DateTime at={review.approvedAt} only="date" />,
          },
          review.deadline !== undefined && {
            label: t('review.deadline'),
            value: <DateTime at={review.deadline} only="date" relative />,
          },
          review.dueAt !== undefined && {
            label: t('review.dueAt'),
            value: <DateTime at={review.dueAt} only="date" relative />,
          },
          review.reference !== undefined && { label: t('review.reference'), value: review.reference },
          review.answerBy !== undefined && {
            label: t('review.answerBy'),
            value: <DateTime at={review.answerBy} only="date" relative />,
          },
        ]}
      />
      {actions && <Group>{actions}</Group>}
    </Card>
  );
}
