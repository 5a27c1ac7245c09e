import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import classes from './home.module.css';
import { LastEvents } from './LastEvents';
import { OfficerTasks } from './OfficerTasks';
import { OperatorTasks } from './OperatorTasks';

type Props = { readonly account: Schema<'Account'>; readonly aside?: ReactNode };

/** What needs me now, then figures, then what happened last. */
export function HomePage({ account, aside }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const officer = account.role === 'OFFICER' && account.rights.includes('SERVER');
  return (
    <Page
      actions={
        officer && (
          <>
            <ButtonLink to="/server/request-files/new">{t('common:nav.upload')}</ButtonLink>
            <ButtonLink to="/requests/new" variant="default">
              {t('common:nav.request')}
            </ButtonLink>
          </>
        )
      }
      lead={t('lead', { name: account.name })}
      title={t('title')}
    >
      {officer && <OfficerTasks />}
      {account.role === 'OPERATOR' && <OperatorTasks />}
      <div className={classes.columns}>
        <div className={classes.main}>
          <LastEvents />
        </div>
        {aside && <div className={classes.side}>{aside}</div>}
      </div>
    </Page>
  );
}
