import { Button, Group, Stack } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fingerprint, groupHex } from '../../../shared/format/text';
import { nameIn } from '../../../shared/i18n/nameIn';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { CertificateState } from '../../../shared/ui/CertificateState';
import { type Column, DataTable, type Selection } from '../../../shared/ui/DataTable';
import { DateTime } from '../../../shared/ui/DateTime';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { ButtonLink, TextLink } from '../../../shared/ui/links';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';

import classes from '../revocation.module.css';
import { type FoundCertificate, foundQuery, type KeyFacts, useFind } from './api';
import { isPrivateKey, KeyTextField } from './KeyTextField';

const route = getRouteApi('/app/certificate-search');

type Props = { readonly openId?: string | undefined; readonly selection: Selection<FoundCertificate> };

/** Finding a certificate in the registers of all tenants, by whatever is at hand. */
export function CertificateSearchPage({ openId, selection }: Props) {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({ ...foundQuery(search.q ?? '', search.cursor), enabled: search.q !== undefined });
  const columns = useColumns();
  return (
    <Page lead={t('search.lead')} title={t('search.title')}>
      <SearchForm key={search.q ?? ''} start={search.q ?? ''} />
      {found.isError && <ProblemPanel error={found.error} onRetry={() => found.refetch()} />}
      {search.q && !found.isError && (
        <>
          {found.data?.key && <AboutKey facts={found.data.key} />}
          <DataTable
            caption={t('search.results')}
            columns={columns}
            cursor={search.cursor}
            empty={<EmptyState title={t('search.nothing')}>{t('search.nothingNext')}</EmptyState>}
            name="found-certificates"
            onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
            onOpen={({ id }) => navigate({ to: '/certificate-search/$id', params: { id }, search, resetScroll: false })}
            openKey={openId}
            page={found.data}
            rowKey={({ id }) => id}
            selection={selection}
            stale={found.isPlaceholderData}
          />
        </>
      )}
    </Page>
  );
}

function SearchForm({ start }: { start: string }) {
  const { t } = useTranslation('keyCompromise');
  const navigate = route.useNavigate();
  const [text, setText] = useState(start);
  const [attempt, setAttempt] = useState(0);
  const find = useFind();
  const wanted = text.trim();
  const fault = !wanted ? t('search.missing') : isPrivateKey(wanted) ? t('field.privateKey') : undefined;

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (fault) return;
    if (wanted.length <= 200 && !wanted.includes('\n')) {
      void navigate({ search: { q: wanted } });
      return;
    }
    // Too long for an address: the SHA-256 of the key stands for it from here on.
    find.mutate(wanted, { onSuccess: ({ key }) => key && navigate({ search: { q: key.sha256 } }) });
  };

  return (
    <Card>
      <form noValidate onSubmit={send}>
        <Stack>
          {attempt > 0 && fault && (
            <ErrorSummary attempt={attempt} faults={[{ fieldId: 'certificate-search', message: fault }]} />
          )}
          <KeyTextField
            error={attempt > 0 ? fault : undefined}
            hint={t('search.hint')}
            id="certificate-search"
            label={t('search.label')}
            onChange={setText}
            placeholder="www.example.ac.jp"
            rows={1}
            value={text}
          />
          {find.isError && <ProblemPanel error={find.error} />}
          {find.data && !find.data.key && (
            <Callout role="alert" title={t('search.noKey')} tone="warn">
              <p>{t('search.noKeyNext')}</p>
            </Callout>
          )}
          <Group>
            <Button leftSection={<IconSearch aria-hidden="true" size={18} />} loading={find.isPending} type="submit">
              {t('search.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

/** What was pasted is a key: what is known of it, and what may be done about it. */
function AboutKey({ facts }: { facts: KeyFacts }) {
  const { t } = useTranslation('keyCompromise');
  return (
    <Callout
      title={facts.blockedSince ? t('search.blocked') : t('search.key')}
      tone={facts.blockedSince ? 'bad' : 'info'}
    >
      <p className={classes.mono}>{fingerprint(facts.sha256)}</p>
      {facts.blockedSince ? (
        <p>
          {t('search.blockedSince')} <DateTime at={facts.blockedSince} />
        </p>
      ) : (
        <ButtonLink search={{ key: facts.sha256 }} to="/key-compromises/new" variant="default">
          {t('search.compromise')}
        </ButtonLink>
      )}
    </Callout>
  );
}

function useColumns(): Column<FoundCertificate>[] {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const language = useLanguage();
  return [
    {
      id: 'name',
      header: t('found.name'),
      primary: true,
      wide: true,
      cell: (one) => (
        <TextLink params={{ id: one.id }} resetScroll={false} search={true} to="/certificate-search/$id">
          {one.commonName}
        </TextLink>
      ),
    },
    {
      id: 'tenant',
      header: t('found.tenant'),
      cell: ({ tenant }) => nameIn(language, tenant),
    },
    {
      id: 'status',
      header: t('found.status'),
      cell: ({ status }) => <CertificateState status={status} />,
    },
    { id: 'kind', header: t('found.kind'), cell: ({ kind }) => t(`common:kind.${kind}`) },
    { id: 'notAfter', header: t('found.until'), cell: (one) => <DateTime at={one.notAfter} only="date" /> },
    {
      id: 'serial',
      header: t('found.serial'),
      hidden: true,
      cell: (one) => <span className={classes.mono}>{groupHex(one.serial, 4, ' ')}</span>,
    },
    {
      id: 'subscriber',
      header: t('found.subscriber'),
      hidden: true,
      cell: ({ subscriber }) => subscriber?.name || subscriber?.email || '–',
    },
    { id: 'authority', header: t('found.authority'), hidden: true, cell: ({ authority }) => authority },
  ];
}
