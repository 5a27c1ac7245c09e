import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../shared/ui/Status';
import type { Uncollected } from './api';

type State = NonNullable<Uncollected['pin']>;

const TONE: Record<State, Tone> = { NOT_FETCHED: 'wait', FETCHED: 'ok', LOCKED: 'bad' };

/** Where the access PIN of a client certificate is. */
export function PinState({ state }: { state: State }) {
  const { t } = useTranslation('renewal');
  return <Status tone={TONE[state]}>{t(`pin.${state}`)}</Status>;
}
