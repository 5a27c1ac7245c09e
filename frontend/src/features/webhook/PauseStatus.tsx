import { useTranslation } from 'react-i18next';
import { Status } from '../../shared/ui/Status';
import type { Webhook } from './api';

export function PauseStatus({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhook');
  return webhook.pause ? <Status tone="bad">{t('paused')}</Status> : <Status tone="ok">{t('active')}</Status>;
}
