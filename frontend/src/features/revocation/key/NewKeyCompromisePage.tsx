import { Button, Group, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../../../api/client';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { useOpen } from './api';
import { CaseSteps } from './CaseSteps';
import { isPrivateKey, KeyTextField } from './KeyTextField';

const route = getRouteApi('/app/key-compromises/new');

/** The first question: which key. Nothing is blocked or revoked yet. */
export function NewKeyCompromisePage() {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState({ key: route.useSearch().key ?? '', idempotencyKey: newIdempotencyKey() });
  const [attempt, setAttempt] = useState(0);
  const open = useOpen();
  const key = chosen.key.trim();
  const fault = !key ? t('new.missing') : isPrivateKey(key) ? t('field.privateKey') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (fault) return;
    open.mutate(
      { ...chosen, key },
      { onSuccess: ({ id }) => navigate({ to: '/key-compromises/$id', params: { id } }) },
    );
  };
  return (
    <Page
      lead={t('new.lead')}
      title={t('new.title')}
      trail={[{ label: t('list.title'), to: '/key-compromises' }]}
      width="form"
    >
      <CaseSteps current={0} />
      <Callout title={t('field.neverTitle')} tone="warn">
        <p>{t('field.never')}</p>
      </Callout>
      <Card title={t('steps.key')}>
        <form noValidate onSubmit={send}>
          <Stack>
            {attempt > 0 && fault && <ErrorSummary attempt={attempt} faults={[{ fieldId: 'key', message: fault }]} />}
            <KeyTextField
              error={attempt > 0 ? fault : undefined}
              hint={t('field.keyHint')}
              id="key"
              label={`${t('field.key')} (${t('common:required')})`}
              onChange={(value) => setChosen({ key: value, idempotencyKey: newIdempotencyKey() })}
              placeholder={'-----BEGIN CERTIFICATE-----\nMIIC…'}
              value={chosen.key}
            />
            {open.isError && <ProblemPanel error={open.error} />}
            <Group>
              <Button loading={open.isPending} type="submit">
                {t('new.do')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
