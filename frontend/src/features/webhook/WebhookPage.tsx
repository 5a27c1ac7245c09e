import { Button, Group } from '@mantine/core';
import { IconPlayerPlay, IconSend, IconTrash } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { Facts } from '../../shared/ui/Facts';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { useChange, useRemove, useResume, useTest, type Webhook, webhookQuery } from './api';
import { Deliveries } from './Deliveries';
import { PauseStatus } from './PauseStatus';
import { RotateButton } from './RotateButton';
import { WebhookForm } from './WebhookForm';

const route = getRouteApi('/app/webhooks/$id');

/** A webhook: what it is told, whether that arrives, and everything it was told. */
export function WebhookPage() {
  const { t } = useTranslation(['webhook', 'common']);
  const { id } = route.useParams();
  const { webhook, version } = useSuspenseQuery(webhookQuery(id)).data;
  const test = useTest(id);
  const resume = useResume(id);
  return (
    <Page
      actions={
        <>
          <Button
            leftSection={<IconSend aria-hidden="true" size={18} />}
            loading={test.isPending}
            onClick={() => test.mutate(undefined)}
            variant="default"
          >
            {t('test.do')}
          </Button>
          <RotateButton webhook={webhook} />
          <RemoveButton webhook={webhook} />
        </>
      }
      status={<PauseStatus webhook={webhook} />}
      title={webhook.description}
      trail={[{ label: t('title'), to: '/webhooks' }]}
    >
      {webhook.pause && (
        <Callout title={t('pause.title')} tone="bad">
          <p>
            {t('pause.text', { reason: webhook.pause.reason })} <DateTime at={webhook.pause.at} relative />
          </p>
          <Group>
            <Button
              leftSection={<IconPlayerPlay aria-hidden="true" size={18} />}
              loading={resume.isPending}
              onClick={() => resume.mutate(undefined)}
            >
              {t('pause.resume')}
            </Button>
          </Group>
        </Callout>
      )}
      {(test.error ?? resume.error) != null && <ProblemPanel error={test.error ?? resume.error} />}
      <Settings key={version} version={version} webhook={webhook} />
      <Deliveries id={id} />
    </Page>
  );
}

function Settings({ webhook, version }: { webhook: Webhook; version: string }) {
  const { t } = useTranslation(['webhook', 'common']);
  const [editing, setEditing] = useState(false);
  const change = useChange(webhook.id, version);
  return (
    <Card
      actions={
        !editing && (
          <Button onClick={() => setEditing(true)} size="sm" variant="default">
            {t('change.open')}
          </Button>
        )
      }
      title={t('settings')}
    >
      {editing ? (
        <WebhookForm
          action={t('change.do')}
          error={change.error}
          initial={{ url: webhook.url, description: webhook.description, events: webhook.events }}
          onSend={(wish) => change.mutate(wish)}
          pending={change.isPending}
        />
      ) : (
        <Facts
          facts={[
            { label: t('column.url'), value: webhook.url },
            {
              label: t('column.events'),
              value: webhook.events.map((event) => t(`event.${event}`)).join(t('listSeparator')),
            },
            { label: t('column.createdAt'), value: <DateTime at={webhook.createdAt} /> },
            { label: t('createdBy'), value: webhook.createdBy },
            ...(webhook.previousSecretUntil
              ? [{ label: t('previousSecretUntil'), value: <DateTime at={webhook.previousSecretUntil} relative /> }]
              : []),
          ]}
        />
      )}
    </Card>
  );
}

/** Names what goes with it before it is gone. */
function RemoveButton({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation(['webhook', 'common']);
  const navigate = route.useNavigate();
  const [open, setOpen] = useState(false);
  const remove = useRemove(webhook.id);
  return (
    <>
      <Button
        color="red"
        leftSection={<IconTrash aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="outline"
      >
        {t('remove.do')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} title={t('remove.title')}>
        <p>{t('remove.text', { description: webhook.description })}</p>
        {remove.isError && <ProblemPanel error={remove.error} />}
        <Group justify="flex-end" mt="lg">
          <Button onClick={() => setOpen(false)} variant="default">
            {t('common:cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: () => navigate({ to: '/webhooks' }) })}
          >
            {t('remove.do')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
