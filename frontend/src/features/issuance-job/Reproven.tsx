import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type IssuanceOffer, useProveAgain } from './api';

type Props = { readonly offer: IssuanceOffer; readonly children: ReactNode };

/** What takes keys; whoever logged in some time ago proves first who they are, where the policy asks for it. */
export function Reproven({ offer, children }: Props) {
  const { t } = useTranslation('issuanceJob');
  const [value, setValue] = useState('');
  const prove = useProveAgain();
  const { refused } = useReproof(offer.downloadReproof, value, prove.error);
  if (offer.downloadReproof === 'NONE') return children;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (value) prove.mutate(value);
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        <ReproofField error={refused[0]?.message} kind={offer.downloadReproof} onChange={setValue} value={value} />
        {prove.isError && refused.length === 0 && <ProblemPanel error={prove.error} />}
        <Group justify="flex-end">
          <Button disabled={!value} loading={prove.isPending} type="submit">
            {t('download.prove')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
