import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../shared/ui/Status';
import type { TenantLine } from './api';

const TONE: Record<TenantLine['state'], Tone> = { ACTIVE: 'ok', SUSPENDED: 'warn', ENDED: 'idle' };

export function TenantStatus({ state }: { state: TenantLine['state'] }) {
  const { t } = useTranslation('tenant');
  return <Status tone={TONE[state]}>{t(`state.${state}`)}</Status>;
}
