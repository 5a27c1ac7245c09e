import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { daysUntil } from '../format/dates';
import { Status, type Tone } from './Status';

type CertificateStatus = Schema<'CertificateStatus'>;

const TONE: Record<CertificateStatus, Tone> = {
  WAITING_FOR_DOWNLOAD: 'wait',
  ISSUED: 'ok',
  RENEWED: 'idle',
  REVOKED: 'bad',
  EXPIRED: 'idle',
};

export function CertificateState({ status }: { status: CertificateStatus }) {
  const { t } = useTranslation();
  return <Status tone={TONE[status]}>{t(`status.${status}`)}</Status>;
}

/** "12 days left" where it helps: not for what has ended in another way. */
export function DaysLeft({ notAfter, status }: { notAfter: string; status: CertificateStatus }) {
  const { t } = useTranslation();
  if (status === 'REVOKED' || status === 'EXPIRED') return null;
  const days = daysUntil(notAfter, Date.now());
  if (days < 0) return <Status tone="idle">{t('days.over')}</Status>;
  const text = days === 0 ? t('days.today') : t('days.left', { count: days });
  return days <= 30 && status !== 'RENEWED' ? (
    <Status tone="warn">{text}</Status>
  ) : (
    <Text c="dimmed" component="span" inherit>
      {text}
    </Text>
  );
}
