import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { AdministratorTasks } from './AdministratorTasks';
import type { Kind } from './api';
import classes from './home.module.css';
import { LastEvents } from './LastEvents';
import { OfficerTasks } from './OfficerTasks';
import { OperatorTasks } from './OperatorTasks';

type Props = {
  readonly account: Schema<'Account'>;
  /** What would lock one out soon. */
  readonly warnings: ReactNode;
  readonly aside: ReactNode;
  /** What somebody else has to say, and what one can do here. */
  readonly news: ReactNode;
  readonly actions: ReactNode;
  readonly title?: string | undefined;
  /** Whose certificates an officer looks after. */
  readonly kinds: readonly Kind[];
  /** Whether the account looks after users. */
  readonly users: boolean;
  /** Whether the account may see what happened in its tenant. */
  readonly history: boolean;
};

/** What needs me now, then figures, then what happened last. */
export function HomePage({ account, warnings, aside, news, actions, title, kinds, users, history }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const officer = account.role === 'OFFICER' && account.rights.length > 0;
  return (
    <Page
      actions={
        officer ? (
          <>
            <ButtonLink to="/request-files/new">{t('common:nav.upload')}</ButtonLink>
            {kinds.includes('SERVER') && (
              <ButtonLink to="/requests/new" variant="default">
                {t('common:nav.request')}
              </ButtonLink>
            )}
          </>
        ) : (
          actions
        )
      }
      lead={t(officer || account.role === 'OPERATOR' ? 'lead' : 'leadPlain', { name: account.name })}
      title={title ?? t('title')}
    >
      {warnings}
      {officer && <OfficerTasks kinds={kinds} />}
      {account.role === 'OPERATOR' && <OperatorTasks />}
      {users && <AdministratorTasks />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {news}
          {history && <LastEvents />}
        </div>
        <div className={classes.side}>{aside}</div>
      </div>
    </Page>
  );
}
