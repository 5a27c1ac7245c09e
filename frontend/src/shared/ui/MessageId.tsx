import { useTranslation } from 'react-i18next';
import { messageIdOf } from '../../api/messageIds';
import classes from './ProblemPanel.module.css';

/** What somebody on the telephone reads out of an error. */
export function MessageId({ code }: { code: string }) {
  const { t } = useTranslation();
  const id = messageIdOf(code);
  return id ? (
    <span>
      {t('problem.message')} <span className={classes.code}>{id}</span>
    </span>
  ) : null;
}
