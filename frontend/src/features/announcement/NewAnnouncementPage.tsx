import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { useTimeZone } from '../../shared/format/zone';
import { Page } from '../../shared/ui/Page';
import { AnnouncementForm, type TenantField } from './AnnouncementForm';
import { usePublish } from './api';
import { emptyDraft, toDraft } from './draft';

export function NewAnnouncementPage({ tenantField }: { tenantField: TenantField }) {
  const { t } = useTranslation('announcement');
  const zone = useTimeZone();
  const router = useRouter();
  const publish = usePublish();
  const keyOf = useIdempotencyKey();
  return (
    <Page
      lead={t('publish.lead')}
      title={t('publish.do')}
      trail={[{ label: t('list.title'), to: '/announcements' }]}
      width="form"
    >
      <AnnouncementForm
        action={t('publish.do')}
        error={publish.error}
        initial={emptyDraft(Date.now(), zone)}
        isPending={publish.isPending}
        onSend={(values) => {
          const body = toDraft(values, zone);
          publish.mutate(
            { body, idempotencyKey: keyOf(body) },
            { onSuccess: () => router.navigate({ to: '/announcements', ignoreBlocker: true }) },
          );
        }}
        tenantField={tenantField}
      />
    </Page>
  );
}
