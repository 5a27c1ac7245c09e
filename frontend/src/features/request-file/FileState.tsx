import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../shared/ui/Status';
import type { RequestFile } from './api';

function toneOf(file: RequestFile): Tone {
  switch (file.state) {
    case 'CHECKED':
      return file.rows.refused > 0 ? 'warn' : 'wait';
    case 'PROPOSED':
    case 'RUNNING':
      return 'wait';
    case 'DONE':
      return file.failed > 0 ? 'warn' : 'ok';
    case 'FAILED':
      return 'bad';
    case 'DISCARDED':
    case 'LAPSED':
      return 'idle';
  }
}

export function FileState({ file }: { file: RequestFile }) {
  const { t } = useTranslation('requestFile');
  return <Status tone={toneOf(file)}>{t(`state.${file.state}`)}</Status>;
}
