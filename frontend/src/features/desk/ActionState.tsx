import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../shared/ui/Status';
import type { DeskAction } from './api';

const TONE: Record<DeskAction['state'], Tone> = { PROPOSED: 'wait', DONE: 'ok', REFUSED: 'idle', LAPSED: 'idle' };

/** Whether it was done, and whether a letter is still to be made. */
export function ActionState({ action }: { action: DeskAction }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <Status tone={TONE[action.state]}>{t(`state.${action.state}`)}</Status>
      {action.letter === 'DUE' && action.state === 'DONE' && <Status tone="warn">{t('letter.due')}</Status>}
      {action.letter === 'PRINTED' && <Status tone="ok">{t('letter.printed')}</Status>}
    </>
  );
}
