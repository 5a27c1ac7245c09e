import { Button, Table } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { downloadPath } from '../../shared/format/downloadPath';
import { formatBytes, formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { type Crl, type CrlScope, crlScopesQuery, usePublish } from './api';
import { CrlHeads } from './CrlHeads';
import classes from './crl.module.css';
import { ALARM_TONE, type AuthorityLists, byAuthority } from './scopes';

/** How it stands with the lists of every authority, the worst first, and publishing now. */
export function CrlsPage() {
  const { t } = useTranslation('crl');
  const scopes = useQuery(crlScopesQuery);
  const alarms = scopes.data?.filter(({ alarm }) => alarm !== 'NONE').length ?? 0;
  return (
    <Page lead={t('lead')} title={t('title')}>
      {scopes.isPending && <Loading lines={12} />}
      {scopes.isError && <ProblemPanel error={scopes.error} onRetry={() => scopes.refetch()} />}
      {scopes.data?.length === 0 && <EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
      {scopes.data && scopes.data.length > 0 && (
        <div aria-live="polite">
          <Callout
            title={alarms > 0 ? t('alarms.some', { count: alarms }) : t('alarms.none')}
            tone={alarms > 0 ? 'bad' : 'ok'}
          />
        </div>
      )}
      {byAuthority(scopes.data ?? []).map((group) => (
        <AuthorityCard group={group} key={group.authority} />
      ))}
    </Page>
  );
}

function AuthorityCard({ group }: { group: AuthorityLists }) {
  const { t } = useTranslation('crl');
  const language = useLanguage();
  const publish = usePublish(group.authority);
  const alarms = [...new Set(group.scopes.map(({ alarm }) => alarm))].filter((alarm) => alarm !== 'NONE');
  return (
    <Card
      actions={
        <Button
          aria-label={t('publishOf', { authority: group.label })}
          leftSection={<IconRefresh aria-hidden="true" size={18} />}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
          variant={alarms.length > 0 ? 'filled' : 'default'}
        >
          {t('publish')}
        </Button>
      }
      title={group.label}
    >
      <div aria-live="polite" className={classes.live}>
        {publish.data && (
          <Callout
            title={t('published', {
              count: publish.data.length,
              numbers: publish.data.map(({ number }) => formatNumber(number, language)).join(', '),
            })}
            tone="ok"
          />
        )}
        {publish.isError && <ProblemPanel error={publish.error} />}
      </div>
      {alarms.map((alarm) => (
        <Callout key={alarm} title={t(`alarm.${alarm}.name`)} tone={ALARM_TONE[alarm]}>
          <p>{t(`alarm.${alarm}.next`)}</p>
        </Callout>
      ))}
      <Lists group={group} />
    </Card>
  );
}

function Lists({ group }: { group: AuthorityLists }) {
  const { t } = useTranslation('crl');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={group.label} className={classes.scroll} tabIndex={0}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <CrlHeads />
            <Table.Th data-align="right" scope="col">
              {t('column.madeIn')}
            </Table.Th>
            <Table.Th data-align="right" scope="col">
              {t('column.waiting')}
            </Table.Th>
            <Table.Th scope="col">{t('column.due')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {group.scopes.flatMap((scope) => [
            <Row crl={scope.full} key={`${scope.shard}-full`} scope={scope} />,
            ...(scope.delta ? [<Row crl={scope.delta} key={`${scope.shard}-delta`} scope={scope} />] : []),
          ])}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ scope, crl }: { scope: CrlScope; crl: Crl | undefined }) {
  const { t } = useTranslation('crl');
  const language = useLanguage();
  const part = scope.shards > 1 ? t('part', { number: scope.shard + 1, of: scope.shards }) : t('whole');
  const first = crl === scope.full;
  return (
    <Table.Tr>
      <Table.Th className={classes.list} scope="row">
        {part} — {crl?.kind === 'DELTA' ? t('kind.DELTA', { base: crl.baseNumber ?? '–' }) : t('kind.FULL')}
        {first && (
          <div>
            <Status tone={ALARM_TONE[scope.alarm]}>{t(`alarm.${scope.alarm}.name`)}</Status>
          </div>
        )}
        {crl && (
          <div>
            <a
              aria-label={t('downloadOf', { list: `${scope.label} ${part}` })}
              className={classes.link}
              download
              href={downloadPath(crl.url)}
            >
              {t('download')}
            </a>
          </div>
        )}
      </Table.Th>
      <Table.Td data-align="right">{crl ? formatNumber(crl.number, language) : '–'}</Table.Td>
      <Table.Td>{crl ? <DateTime at={crl.thisUpdate} /> : '–'}</Table.Td>
      <Table.Td>{crl ? <DateTime at={crl.nextUpdate} relative /> : '–'}</Table.Td>
      <Table.Td data-align="right">{crl ? formatNumber(crl.entries, language) : '–'}</Table.Td>
      <Table.Td data-align="right">{crl ? formatBytes(crl.octets, language) : '–'}</Table.Td>
      <Table.Td data-align="right">{first ? <MadeIn millis={scope.madeInMillis} /> : ''}</Table.Td>
      <Table.Td data-align="right">{first ? formatNumber(scope.waiting, language) : ''}</Table.Td>
      <Table.Td>{first && scope.dueAt ? <DateTime at={scope.dueAt} relative /> : ''}</Table.Td>
    </Table.Tr>
  );
}

function MadeIn({ millis }: { millis: number | undefined }) {
  const { t } = useTranslation('crl');
  const language = useLanguage();
  if (millis === undefined) return '–';
  return millis < 1000
    ? t('millis', { value: formatNumber(millis, language) })
    : t('seconds', { value: formatNumber(Math.round(millis / 100) / 10, language) });
}
