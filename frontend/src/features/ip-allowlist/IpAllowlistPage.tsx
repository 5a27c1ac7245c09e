import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { durationMillis } from '../../shared/format/dates';
import { Callout } from '../../shared/ui/Callout';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { ipAllowlistQuery } from './api';
import { Editor } from './Editor';
import classes from './ipAllowlist.module.css';
import { OnTrial } from './OnTrial';

/** For an operator, whose list it is; without it the list is that of the own tenant. */
type Props = { readonly tenant?: { readonly id: string; readonly name: string } };

/** Where people may come from. */
export function IpAllowlistPage({ tenant }: Props) {
  const { t } = useTranslation(['ipAllowlist', 'common']);
  const list = useQuery(ipAllowlistQuery(tenant?.id));
  return (
    <Page
      lead={list.data && list.data.combine !== 'OFF' && t(`combine.${list.data.combine}`)}
      title={tenant ? t('titleOf', { tenant: tenant.name }) : t('title')}
      trail={tenant && [{ label: t('common:nav.tenants'), to: '/tenants' }]}
      width="form"
    >
      {list.isError && <ProblemPanel error={list.error} onRetry={() => list.refetch()} />}
      {list.isPending && <Loading lines={10} />}
      {list.data?.combine === 'OFF' && <EmptyState title={t('off.title')}>{t('off.text')}</EmptyState>}
      {list.data && list.data.combine !== 'OFF' && (
        <div className={classes.column}>
          {list.data.trial && <OnTrial byOperator={!!tenant} list={list.data} trial={list.data.trial} />}
          {!list.data.trial && list.data.entries.length === 0 && (
            <Callout tone="warn" title={t('open.title')}>
              <p>{t('open.text')}</p>
            </Callout>
          )}
          <Editor
            key={list.data.version}
            list={list.data}
            minutes={Math.round(durationMillis(list.data.trialPeriod) / 60_000)}
            tenant={tenant?.id}
          />
          <TextLink params={{ topic: 'ip-restriction' }} to="/help/$topic">
            {t('help')}
          </TextLink>
        </div>
      )}
    </Page>
  );
}
