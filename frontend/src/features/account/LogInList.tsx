import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import classes from './account.module.css';

/** When and where from, the newest first. */
export function LogInList({ logIns }: { logIns: readonly Schema<'PreviousLogIn'>[] }) {
  const { t } = useTranslation('account');
  return (
    <Card title={t('logIns')}>
      {logIns.length === 0 ? (
        <p>{t('logInsNone')}</p>
      ) : (
        <ol className={classes.logIns}>
          {logIns.map((logIn) => (
            <li key={logIn.at}>
              <DateTime at={logIn.at} />
              <span className={classes.note}>{logIn.address}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
