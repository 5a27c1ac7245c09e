import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { EmptyState } from '../../shared/ui/EmptyState';
import { ButtonLink, TextLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status, type Tone } from '../../shared/ui/Status';
import { type Announcement, announcementsQuery } from './api';

const route = getRouteApi('/app/announcements');

const TONE: Record<Announcement['state'], Tone> = { COMING: 'wait', SHOWN: 'ok', OVER: 'idle' };

/** What people are told on their first page, by the service desk. */
export function AnnouncementsPage() {
  const { t } = useTranslation('announcement');
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const announcements = useQuery(announcementsQuery(search));
  const columns: Column<Announcement>[] = [
    {
      id: 'title',
      header: t('field.title'),
      primary: true,
      wide: true,
      cell: ({ id, titleJa, titleEn }) => (
        <TextLink params={{ id }} to="/announcements/$id">
          {language === 'ja' ? titleJa : titleEn}
        </TextLink>
      ),
    },
    {
      id: 'state',
      header: t('field.state'),
      cell: ({ state }) => <Status tone={TONE[state]}>{t(`state.${state}`)}</Status>,
    },
    {
      id: 'tenant',
      header: t('field.tenant'),
      cell: ({ tenant }) => (tenant ? nameIn(language, tenant) : t('field.everybody')),
    },
    { id: 'from', header: t('field.from'), cell: ({ from }) => <DateTime at={from} /> },
    { id: 'until', header: t('field.until'), cell: ({ until }) => (until ? <DateTime at={until} /> : '–') },
  ];
  const publish = <ButtonLink to="/announcements/new">{t('publish.do')}</ButtonLink>;
  return (
    <Page actions={publish} lead={t('list.lead')} title={t('list.title')}>
      <QueryTable
        caption={t('list.title')}
        columns={columns}
        cursor={search.cursor}
        empty={
          <EmptyState action={publish} title={t('list.empty')}>
            {t('list.emptyNext')}
          </EmptyState>
        }
        name="announcements"
        onCursor={(cursor) => navigate({ search: { ...search, cursor } })}
        onOpen={({ id }) => navigate({ to: '/announcements/$id', params: { id } })}
        query={announcements}
        rowKey={({ id }) => id}
      />
    </Page>
  );
}
