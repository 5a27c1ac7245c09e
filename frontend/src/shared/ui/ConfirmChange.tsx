import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';
import { type Difference, Differences } from './Differences';
import { ProblemPanel } from './ProblemPanel';

type Props = {
  readonly title: string;
  readonly lead: string;
  /** What the button says: a verb and its object. */
  readonly action: string;
  readonly differences: readonly Difference[];
  readonly opened: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: (comment: string) => void;
  readonly onClose: () => void;
};

/** The last look at a change that is kept as a version: what differs, and why. */
export function ConfirmChange(props: Props) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  return (
    <Dialog onClose={props.onClose} opened={props.opened} size="xl" title={props.title}>
      <Stack gap="lg">
        <p>{props.lead}</p>
        <Differences caption={t('difference.caption')} differences={props.differences} />
        <Textarea
          autosize
          description={t('change.commentHelp')}
          label={t('change.comment')}
          maxLength={500}
          minRows={2}
          onChange={(event) => setComment(event.currentTarget.value)}
          required
          value={comment}
        />
        {props.error != null && <ProblemPanel error={props.error} />}
        <Group justify="flex-end">
          <Button onClick={props.onClose} variant="default">
            {t('cancel')}
          </Button>
          <Button
            disabled={comment.trim() === ''}
            loading={props.isPending}
            onClick={() => props.onConfirm(comment.trim())}
          >
            {props.action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
