import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../shared/format/zone';
import { nameIn } from '../../shared/i18n/nameIn';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Dialog } from '../../shared/ui/Dialog';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AnnouncementForm } from './AnnouncementForm';
import { announcementQuery, useChangeAnnouncement, useRemoveAnnouncement } from './api';
import { fromAnnouncement, toDraft } from './draft';

/** One announcement, to be changed or taken away. Whom it is for stays. */
export function AnnouncementPage({ id }: { id: string }) {
  const { t } = useTranslation(['announcement', 'common']);
  const language = useLanguage();
  const zone = useTimeZone();
  const router = useRouter();
  const { announcement, version } = useSuspenseQuery(announcementQuery(id)).data;
  const change = useChangeAnnouncement(id, version);
  const remove = useRemoveAnnouncement(id);
  const [asked, ask] = useDisclosure(false);
  const title = language === 'ja' ? announcement.titleJa : announcement.titleEn;
  const leave = () => router.navigate({ to: '/announcements', ignoreBlocker: true });
  return (
    <Page
      lead={t('change.for', {
        tenant: announcement.tenant ? nameIn(language, announcement.tenant) : t('field.everybody'),
      })}
      title={title}
      trail={[{ label: t('list.title'), to: '/announcements' }]}
      width="form"
    >
      <AnnouncementForm
        action={t('change.do')}
        error={change.error}
        initial={fromAnnouncement(announcement, zone)}
        isPending={change.isPending}
        more={
          <Button color="red" onClick={ask.open} size="lg" variant="outline">
            {t('remove.do')}
          </Button>
        }
        onSend={(values) => change.mutate(toDraft(values, zone), { onSuccess: leave })}
      />
      <Dialog onClose={ask.close} opened={asked} title={t('remove.do')}>
        <p>{t('remove.text', { title })}</p>
        {remove.isError && <ProblemPanel error={remove.error} />}
        <Group gap="sm" justify="flex-end" mt="lg">
          <Button onClick={ask.close} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: leave })}>
            {t('remove.do')}
          </Button>
        </Group>
      </Dialog>
    </Page>
  );
}
