import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import classes from './home.module.css';
import { LastEvents } from './LastEvents';
import { OfficerTasks } from './OfficerTasks';
import { OperatorTasks } from './OperatorTasks';

type Props = {
  readonly account: Schema<'Account'>;
  /** What would lock one out soon. */
  readonly warnings: ReactNode;
  readonly aside: ReactNode;
  /** Whether the account may see what happened in its tenant. */
  readonly history: boolean;
};

/** What needs me now, then figures, then what happened last. */
export function HomePage({ account, warnings, aside, history }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const officer = account.role === 'OFFICER' && account.rights.includes('SERVER');
  return (
    <Page
      actions={
        officer && (
          <>
            <ButtonLink to="/request-files/new">{t('common:nav.upload')}</ButtonLink>
            <ButtonLink to="/requests/new" variant="default">
              {t('common:nav.request')}
            </ButtonLink>
          </>
        )
      }
      lead={t(officer || account.role === 'OPERATOR' ? 'lead' : 'leadPlain', { name: account.name })}
      title={t('title')}
    >
      {warnings}
      {officer && <OfficerTasks />}
      {account.role === 'OPERATOR' && <OperatorTasks />}
      <div className={classes.columns}>
        {history && (
          <div className={classes.main}>
            <LastEvents />
          </div>
        )}
        <div className={classes.side}>{aside}</div>
      </div>
    </Page>
  );
}
