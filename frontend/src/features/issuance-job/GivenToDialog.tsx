import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { useNoteGivenTo } from './api';

type Props = {
  readonly certificate: string;
  readonly commonName: string;
  readonly givenTo: string;
  readonly onClose: () => void;
};

/** Whom or what a certificate was given to, so that the one of a lost phone is found. */
export function GivenToDialog({ certificate, commonName, givenTo, onClose }: Props) {
  const { t } = useTranslation(['issuanceJob', 'common']);
  const [value, setValue] = useState(givenTo);
  const note = useNoteGivenTo(certificate);
  const send = (event: FormEvent) => {
    event.preventDefault();
    note.mutate(value, { onSuccess: onClose });
  };
  return (
    <Dialog onClose={onClose} opened title={t('givenTo.title', { name: commonName })}>
      <form noValidate onSubmit={send}>
        <Stack gap="lg">
          <TextInput
            data-autofocus
            description={t('givenTo.why')}
            label={t('column.givenTo')}
            maxLength={100}
            onChange={(event) => setValue(event.currentTarget.value)}
            value={value}
          />
          {note.isError && <ProblemPanel error={note.error} />}
          <Group justify="flex-end">
            <Button onClick={onClose} variant="default">
              {t('common:cancel')}
            </Button>
            <Button loading={note.isPending} type="submit">
              {t('givenTo.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
