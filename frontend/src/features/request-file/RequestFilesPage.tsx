import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format/text';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { FilterBar } from '../../shared/ui/FilterBar';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { type RequestFile, type RequestKind, requestFilesQuery, STATES } from './api';
import { FileState } from './FileState';
import { requestFilesSearch } from './search';

const route = getRouteApi('/app/request-files');

/** `kinds` are those the officer may apply for. */
export function RequestFilesPage({ kinds }: { kinds: readonly RequestKind[] }) {
  const { t } = useTranslation(['requestFile', 'requestMaker', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const files = useQuery(requestFilesQuery(search));
  const columns = useColumns();
  const upload = (
    <ButtonLink search={{ kind: search.kind }} to="/request-files/new">
      {t('upload.start')}
    </ButtonLink>
  );
  return (
    <Page
      actions={
        <>
          <ButtonLink search={{ kind: search.kind }} to="/request-files/make" variant="default">
            {t('requestMaker:start')}
          </ButtonLink>
          {upload}
        </>
      }
      lead={t('list.lead')}
      title={t('list.title')}
    >
      <FilterBar
        filters={[
          {
            type: 'choice',
            name: 'kind',
            label: t('column.kind'),
            options: kinds.map((kind) => ({ value: kind, label: t(`common:kind.${kind}`) })),
          },
          {
            type: 'choice',
            name: 'state',
            label: t('column.state'),
            options: STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
        onChange={(values) => navigate({ search: requestFilesSearch(values) })}
        values={{ kind: search.kind, state: search.state }}
      />
      <QueryTable
        caption={t('list.title')}
        columns={columns}
        cursor={search.cursor}
        empty={
          <EmptyState action={upload} title={t('list.empty')}>
            {t('list.emptyNext')}
          </EmptyState>
        }
        filtered={!!search.state || !!search.kind}
        query={files}
        name="request-files"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={(file) => navigate({ to: '/request-files/$id', params: { id: file.id } })}
        rowKey={(file) => file.id}
      />
    </Page>
  );
}

function useColumns(): Column<RequestFile>[] {
  const { t } = useTranslation(['requestFile', 'common']);
  const language = useLanguage();
  return [
    {
      id: 'file',
      header: t('column.file'),
      primary: true,
      wide: true,
      cell: (file) => (
        <TextLink params={{ id: file.id }} to="/request-files/$id">
          {file.fileName}
        </TextLink>
      ),
    },
    { id: 'kind', header: t('column.kind'), cell: (file) => t(`common:kind.${file.kind}`) },
    { id: 'operation', header: t('column.operation'), cell: (file) => t(`operation.${file.operation}.name`) },
    { id: 'state', header: t('column.state'), cell: (file) => <FileState file={file} /> },
    { id: 'rows', header: t('column.rows'), align: 'right', cell: (file) => formatNumber(file.rows.total, language) },
    {
      id: 'refused',
      header: t('column.refused'),
      align: 'right',
      cell: (file) => formatNumber(file.rows.refused + file.failed, language),
    },
    { id: 'uploadedAt', header: t('column.uploadedAt'), cell: (file) => <DateTime at={file.uploadedAt} /> },
    { id: 'uploadedBy', header: t('column.uploadedBy'), cell: (file) => file.uploadedBy },
    {
      id: 'finishedAt',
      header: t('column.finishedAt'),
      hidden: true,
      cell: (file) => (file.finishedAt ? <DateTime at={file.finishedAt} /> : '–'),
    },
    { id: 'encoding', header: t('column.encoding'), hidden: true, cell: (file) => file.encoding },
  ];
}
