import { useTranslation } from 'react-i18next';
import classes from './maker.module.css';

const KEYS = ['move', 'edit', 'next', 'select', 'clear', 'clipboard', 'undo', 'fill', 'row', 'fault', 'leave'] as const;

/** Which keys do what in the sheet. */
export function KeyGuide() {
  const { t } = useTranslation('requestMaker');
  return (
    <details>
      <summary>{t('keys.title')}</summary>
      <dl className={classes.keys}>
        {KEYS.map((key) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{t(`keys.${key}.keys`)}</dt>
            <dd>{t(`keys.${key}.what`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
