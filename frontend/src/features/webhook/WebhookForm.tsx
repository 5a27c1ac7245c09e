import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import type { Change } from './api';
import { faultsOf } from './faults';
import { EVENTS } from './search';

type Props = {
  readonly initial: Change;
  /** What the button says. */
  readonly action: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSend: (wish: Change) => void;
};

/** Where, what, and a name for people. */
export function WebhookForm({ initial, action, pending, error, onSend }: Props) {
  const { t } = useTranslation(['webhook', 'common']);
  const [wish, setWish] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const faults = attempt > 0 ? faultsOf(wish) : [];
  const faultAt = (field: string) => {
    const fault = faults.find((each) => each === field);
    return fault && t(`fault.${fault}`);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faultsOf(wish).length === 0) onSend(wish);
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        <ErrorSummary
          attempt={attempt}
          faults={faults.map((fault) => ({ fieldId: `webhook-${fault}`, message: t(`fault.${fault}`) }))}
        />
        <TextInput
          description={t('field.descriptionHelp')}
          error={faultAt('description')}
          id="webhook-description"
          label={`${t('column.description')} (${t('common:required')})`}
          maxLength={100}
          onChange={(event) => setWish({ ...wish, description: event.currentTarget.value })}
          value={wish.description}
        />
        <TextInput
          description={t('field.urlHelp')}
          error={faultAt('url')}
          id="webhook-url"
          inputMode="url"
          label={`${t('column.url')} (${t('common:required')})`}
          maxLength={500}
          onChange={(event) => setWish({ ...wish, url: event.currentTarget.value.trim() })}
          placeholder="https://hooks.example.ac.jp/shomei"
          value={wish.url}
        />
        <Checkbox.Group
          error={faultAt('events')}
          label={`${t('column.events')} (${t('common:required')})`}
          onChange={(events) => setWish({ ...wish, events: EVENTS.filter((event) => events.includes(event)) })}
          value={[...wish.events]}
        >
          <Stack gap="xs" mt="xs">
            {EVENTS.map((event, index) => (
              <Checkbox
                id={index === 0 ? 'webhook-events' : undefined}
                key={event}
                label={t(`event.${event}`)}
                value={event}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {error != null && <ProblemPanel error={error} />}
        <Group>
          <Button loading={pending} type="submit">
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
