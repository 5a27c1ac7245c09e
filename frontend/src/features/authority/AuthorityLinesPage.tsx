import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status } from '../../shared/ui/Status';
import { AuthorityStatus } from './AuthorityStatus';
import { type AuthorityLine, linesQuery } from './api';
import { ExternalAuthorities } from './ExternalAuthorities';

/** The lines of authorities for whoever runs the platform: which generation issues, until when, and what is waiting. */
export function AuthorityLinesPage() {
  const { t } = useTranslation('authority');
  const lines = useQuery(linesQuery);
  const columns: Column<AuthorityLine>[] = [
    {
      id: 'label',
      header: t('lines.column.label'),
      primary: true,
      cell: (line) => (
        <TextLink params={{ line: line.name }} to="/authority-lines/$line">
          {line.label}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: t('lines.column.state'),
      cell: (line) => {
        const issuing = issuingOf(line);
        return issuing ? <AuthorityStatus of={issuing} /> : <Status tone="bad">{t('lines.nobody')}</Status>;
      },
    },
    { id: 'issuing', header: t('lines.column.issuing'), cell: (line) => issuingOf(line)?.label ?? '–' },
    { id: 'key', header: t('lines.column.key'), cell: (line) => issuingOf(line)?.keyDescription ?? '–' },
    {
      id: 'notAfter',
      header: t('lines.column.notAfter'),
      cell: (line) => {
        const until = issuingOf(line)?.notAfter;
        return until ? <DateTime at={until} only="date" relative /> : '–';
      },
    },
    {
      id: 'pending',
      header: t('lines.column.pending'),
      cell: (line) => {
        const pending = line.generations.find((each) => each.state === 'PENDING');
        return pending ? (
          <TextLink params={{ line: line.name, name: pending.name }} to="/authority-lines/$line/$name">
            <Status tone="wait">{t('lines.waits', { label: pending.label })}</Status>
          </TextLink>
        ) : (
          '–'
        );
      },
    },
  ];
  return (
    <Page
      actions={
        <ButtonLink to="/trusted-authorities/new" variant="default">
          {t('trust.open')}
        </ButtonLink>
      }
      lead={t('lines.lead')}
      title={t('lines.title')}
    >
      {lines.isError ? (
        <ProblemPanel error={lines.error} onRetry={() => lines.refetch()} />
      ) : (
        <DataTable
          caption={t('lines.title')}
          columns={columns}
          empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
          name="authority-lines"
          onCursor={() => undefined}
          page={lines.data && { items: lines.data, total: { value: lines.data.length, exact: true } }}
          rowKey={(line) => line.name}
        />
      )}
      <ExternalAuthorities />
    </Page>
  );
}

const issuingOf = (line: AuthorityLine) => line.generations.find((each) => each.issuing);
