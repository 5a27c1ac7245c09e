import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Callout } from '../shared/ui/Callout';

export function Offline() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return <div aria-live="polite">{!online && <Callout title={t('offline.banner')} tone="warn" />}</div>;
}
