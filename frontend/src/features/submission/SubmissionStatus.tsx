import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Status, type Tone } from '../../shared/ui/Status';

type Props = {
  readonly state: Schema<'SubmissionState'>;
  /** How far the request file has come that it became. */
  readonly file?: Schema<'RequestFileState'> | undefined;
};

const TONE: Record<Schema<'SubmissionState'>, Tone> = { WAITING: 'wait', APPROVED: 'ok', REFUSED: 'bad' };

const FILE_TONE: Record<Schema<'RequestFileState'>, Tone> = {
  CHECKED: 'wait',
  PROPOSED: 'wait',
  LAPSED: 'bad',
  RUNNING: 'wait',
  DONE: 'ok',
  FAILED: 'bad',
  DISCARDED: 'bad',
};

export function SubmissionStatus({ state, file }: Props) {
  const { t } = useTranslation('submission');
  return (
    <>
      <Status tone={TONE[state]}>{t(`state.${state}`)}</Status>
      {file && file !== 'CHECKED' && <Status tone={FILE_TONE[file]}>{t(`file.${file}`)}</Status>}
    </>
  );
}
