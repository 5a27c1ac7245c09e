import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Generation, useCompromise } from './api';

type Named = Pick<Generation, 'name' | 'label'>;
type Props = { readonly generation: Named; readonly affected: readonly Named[] };

/** The worst that can happen to an authority: names all that is affected and asks for its name. */
export function CompromiseButton(props: Props) {
  const { t } = useTranslation('authority');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        color="red"
        leftSection={<IconAlertOctagon aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="outline"
      >
        {t('compromise.open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('compromise.title', props.generation)}>
        <CompromiseForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CompromiseForm({ generation, affected, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation(['authority', 'common']);
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const compromise = useCompromise(generation.name);
  const wrong = typed.trim() !== generation.name;
  const fault = t('compromise.wrong', { name: generation.name });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!wrong) compromise.mutate(typed.trim(), { onSuccess: onDone });
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        {attempt > 0 && wrong && (
          <ErrorSummary attempt={attempt} faults={[{ fieldId: 'authority-name', message: fault }]} />
        )}
        <Callout title={t('compromise.warning')} tone="bad">
          <ul>
            <li>{t('compromise.issues')}</li>
            <li>{t('compromise.revoked')}</li>
            <li>{t('compromise.own')}</li>
          </ul>
        </Callout>
        <div>
          <p>{t('compromise.affected', { count: affected.length })}</p>
          <ul>
            {affected.map((each) => (
              <li key={each.name}>{each.label}</li>
            ))}
          </ul>
        </div>
        <TextInput
          autoComplete="off"
          description={t('compromise.hint', { name: generation.name })}
          error={attempt > 0 && wrong ? fault : undefined}
          id="authority-name"
          label={`${t('compromise.name')} (${t('common:required')})`}
          onChange={(event) => setTyped(event.currentTarget.value)}
          spellCheck={false}
          value={typed}
        />
        {compromise.isError && <ProblemPanel error={compromise.error} />}
        <Group gap="sm" justify="flex-end">
          <Button onClick={onDone} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={compromise.isPending} type="submit">
            {t('compromise.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
