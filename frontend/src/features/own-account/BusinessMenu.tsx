import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Card } from '../../shared/ui/Card';
import { ownAccountQuery } from './api';
import classes from './ownAccount.module.css';

type Props = {
  readonly groups: Schema<'UserFunctions'>['groups'];
  /** The way to what a function is for; undefined where it is not a page of ours. */
  readonly pageOf: (code: Schema<'BusinessFunction'>, title: string) => ReactNode;
};

/** What one may do at the services behind the log-in, and nothing else (SC-012). */
export function BusinessMenu({ groups, pageOf }: Props) {
  const { t } = useTranslation('ownAccount');
  const { data } = useQuery(ownAccountQuery);
  const permitted = new Set(data?.permissions?.functions);
  const shown = groups
    .map((group) => ({ ...group, functions: group.functions.filter(({ code }) => permitted.has(code)) }))
    .filter(({ functions }) => functions.length > 0);
  if (groups.length === 0 || !data) return null;
  return (
    <Card title={t('business.title')}>
      {shown.length === 0 && <p>{t('business.none')}</p>}
      {shown.map((group) => (
        <section aria-label={group.title} key={group.title}>
          <h3 className={classes.group}>{group.title}</h3>
          <ul className={classes.functions}>
            {group.functions.map(({ code, title }) => (
              <li key={code}>{pageOf(code, title) ?? title}</li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
