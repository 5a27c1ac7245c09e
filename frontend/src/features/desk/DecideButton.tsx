import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AccountFacts } from './AccountFacts';
import { type DeskAction, useDecide } from './api';

type Props = { readonly action: DeskAction; readonly decision: 'approval' | 'refusal' };

/** The second person's word. Whoever proposed takes it back with the same button. */
export function DecideButton({ action, decision }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const [opened, setOpened] = useState(false);
  const [comment, setComment] = useState('');
  const decide = useDecide(action.id, decision);
  const word = decision === 'approval' ? 'approve' : action.mine ? 'takeBack' : 'refuse';
  return (
    <>
      <Button onClick={() => setOpened(true)} variant={decision === 'approval' ? 'filled' : 'default'}>
        {t(`${word}.do`)}
      </Button>
      <Dialog onClose={() => setOpened(false)} opened={opened} size="lg" title={t(`${word}.do`)}>
        <Stack gap="lg">
          <p>{t(`${word}.lead`, { title: action.title, reference: action.reference ?? '–' })}</p>
          <AccountFacts account={action.account} />
          <Textarea
            autosize
            data-autofocus
            label={`${t('fact.comment')} (${t('common:optional')})`}
            maxLength={500}
            minRows={2}
            onChange={(event) => setComment(event.currentTarget.value)}
            value={comment}
          />
          {decide.isError && <ProblemPanel error={decide.error} />}
          <Group gap="sm" justify="flex-end">
            <Button onClick={() => setOpened(false)} variant="default">
              {t('common:cancel')}
            </Button>
            <Button
              color={decision === 'approval' ? 'blue' : 'red'}
              loading={decide.isPending}
              onClick={() => decide.mutate(comment.trim().replace(/\s+/g, ' '), { onSuccess: () => setOpened(false) })}
            >
              {t(`${word}.do`)}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
