import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Callout } from './Callout';
import { Dialog } from './Dialog';
import { OnceValue } from './OnceValue';

type Props = {
  readonly title: string;
  readonly warning: string;
  readonly value: string;
  readonly what: string;
  /** What somebody says before it closes. */
  readonly noted: string;
  readonly close: string;
  readonly onNoted: () => void;
  /** What to do with the value. */
  readonly children: ReactNode;
};

/** Something that is shown this once: it closes only for somebody who says that they have it. */
export function OnceDialog({ title, warning, value, what, noted, close, onNoted, children }: Props) {
  const [said, setSaid] = useState(false);
  return (
    <Dialog
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={onNoted}
      opened
      size="xl"
      title={title}
      withCloseButton={false}
    >
      <Stack gap="lg">
        <Callout tone="warn">
          <p>{warning}</p>
        </Callout>
        <OnceValue value={value} what={what} />
        {children}
        <Checkbox checked={said} label={noted} onChange={(event) => setSaid(event.currentTarget.checked)} />
        <Group justify="flex-end">
          <Button disabled={!said} onClick={onNoted}>
            {close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
