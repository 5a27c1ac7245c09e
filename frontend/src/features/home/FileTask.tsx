import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { TextLink } from '../../shared/ui/links';
import type { Tone } from '../../shared/ui/Status';
import type { RequestFile } from './api';
import { Task } from './Task';

/** A request file, with what it waits for. */
export function FileTask({ file }: { readonly file: RequestFile }) {
  const { t } = useTranslation(['home', 'common']);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { tone, status, note } = standing();
  return (
    <Task note={`${t(`common:kind.${file.kind}`)} — ${note}`} status={status} tone={tone}>
      <TextLink params={{ id: file.id }} to="/request-files/$id">
        {file.fileName}
      </TextLink>
    </Task>
  );

  function standing(): { tone: Tone; status: string; note: string } {
    const { rows, progress } = file;
    switch (file.state) {
      case 'CHECKED':
        return {
          tone: rows.refused > 0 ? 'warn' : 'wait',
          status: t('task.confirm'),
          note:
            rows.refused > 0
              ? t('task.refused', { count: rows.refused, total: number(rows.total) })
              : t('task.clean', { count: rows.total }),
        };
      case 'PROPOSED':
        return { tone: 'wait', status: t('task.second'), note: t('task.secondNote', { name: file.submittedBy ?? '' }) };
      case 'RUNNING':
        return {
          tone: 'wait',
          status: t('task.running'),
          note: t('task.progress', { done: number(progress.done), total: number(progress.total) }),
        };
      default:
        return {
          tone: 'bad',
          status: t('task.failed'),
          note: t('task.failedRows', { count: file.failed, total: number(rows.accepted) }),
        };
    }
  }
}
