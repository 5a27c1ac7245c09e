import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { useIdempotencyKey } from '../../api/useIdempotencyKey';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Code } from '../../shared/ui/Code';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { type Change, useRegister } from './api';
import { WebhookForm } from './WebhookForm';

const NOTHING: Change = { url: '', description: '', events: [] };

type Props = {
  /** Whose it is to be, where that is not the own tenant. */
  readonly tenant?: string | undefined;
  /** The name of that one. */
  readonly whose?: string | undefined;
};

/** Registers a webhook, and shows its secret, once. */
export function NewWebhookPage({ tenant, whose }: Props) {
  const { t } = useTranslation('webhook');
  const register = useRegister();
  const keyOf = useIdempotencyKey();
  const send = (wish: Change) => {
    const body = { ...wish, ...(tenant && { tenant }) };
    register.mutate({ ...body, idempotencyKey: keyOf(body) });
  };
  return (
    <Page
      lead={t(register.data ? 'secret.lead' : 'new.lead')}
      title={t('new.title')}
      trail={[{ label: t('title'), to: '/webhooks' }]}
      width="form"
    >
      {register.data ? (
        <Secret registered={register.data} />
      ) : (
        <Card title={t('new.what')}>
          {whose && (
            <p>
              <strong>{t('new.whose', { tenant: whose })}</strong>
            </p>
          )}
          <WebhookForm
            action={t('new.do')}
            error={register.error}
            initial={NOTHING}
            onSend={send}
            pending={register.isPending}
          />
        </Card>
      )}
    </Page>
  );
}

function Secret({ registered }: { registered: Schema<'RegisteredWebhook'> }) {
  const { t } = useTranslation('webhook');
  const [noted, setNoted] = useState(false);
  return (
    <Card title={t('secret.title')}>
      <Stack gap="lg">
        <Callout role="status" title={t('secret.once')} tone="warn">
          <p>{t('secret.onceText')}</p>
        </Callout>
        <p>
          <Code text={registered.secret} what={t('secret.title')} />
        </p>
        <Checkbox
          checked={noted}
          label={t('secret.noted')}
          onChange={(event) => setNoted(event.currentTarget.checked)}
        />
        {noted && (
          <ButtonLink params={{ id: registered.webhook.id }} to="/webhooks/$id" w="fit-content">
            {t('secret.next')}
          </ButtonLink>
        )}
      </Stack>
    </Card>
  );
}
