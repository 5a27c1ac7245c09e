import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Generation, useSpread } from './api';

const MOST = 256;

/** Spreads new certificates over more revocation lists. There is no way back, because certificates name their list. */
export function SpreadButton({ generation }: { generation: Generation }) {
  const { t } = useTranslation(['authority', 'common']);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        leftSection={<IconArrowsSplit aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
        variant="default"
      >
        {t('spread.open')}
      </Button>
      <Dialog onClose={() => setOpen(false)} opened={open} size="lg" title={t('spread.title', generation)}>
        <SpreadForm generation={generation} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SpreadForm({ generation, onDone }: { generation: Generation; onDone: () => void }) {
  const { t } = useTranslation(['authority', 'common']);
  const least = (generation.crlShards ?? 1) + 1;
  const [shards, setShards] = useState<number | string>(least);
  const [attempt, setAttempt] = useState(0);
  const spread = useSpread(generation.name);
  const wrong = typeof shards !== 'number' || shards < least || shards > MOST;
  const fault = t('spread.range', { least, most: MOST });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!wrong) spread.mutate(shards, { onSuccess: onDone });
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        {attempt > 0 && wrong && (
          <ErrorSummary attempt={attempt} faults={[{ fieldId: 'crl-shards', message: fault }]} />
        )}
        <p>{t('spread.text')}</p>
        <NumberInput
          allowDecimal={false}
          description={fault}
          error={attempt > 0 && wrong ? fault : undefined}
          id="crl-shards"
          label={`${t('fact.crlShards')} (${t('common:required')})`}
          maw="16rem"
          onChange={setShards}
          value={shards}
        />
        {spread.isError && <ProblemPanel error={spread.error} />}
        <Group gap="sm" justify="flex-end">
          <Button onClick={onDone} variant="default">
            {t('common:cancel')}
          </Button>
          <Button loading={spread.isPending} type="submit">
            {t('spread.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
