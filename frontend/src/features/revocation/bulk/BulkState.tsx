import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../../shared/ui/Status';
import type { BulkRevocation, BulkRevocationState } from './api';

const TONE: Record<BulkRevocationState, Tone> = { CHECKED: 'wait', RUNNING: 'info', DONE: 'ok', LAPSED: 'idle' };

export function BulkState({ bulk }: { bulk: BulkRevocation }) {
  const { t } = useTranslation('bulkRevocation');
  return <Status tone={TONE[bulk.state]}>{t(`state.${bulk.state}`)}</Status>;
}
