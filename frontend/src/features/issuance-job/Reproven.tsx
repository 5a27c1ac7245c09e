import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type IssuanceOffer, useProveAgain } from './api';
import { ReproofField } from './ReproofField';

type Props = { readonly offer: IssuanceOffer; readonly children: ReactNode };

/** What takes keys; whoever logged in some time ago proves first who they are, where the policy asks for it. */
export function Reproven({ offer, children }: Props) {
  const { t } = useTranslation('issuanceJob');
  const [value, setValue] = useState('');
  const prove = useProveAgain();
  if (offer.downloadReproof === 'NONE') return children;
  const wrong = isProblem(prove.error, 'reproof-wrong');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (value) prove.mutate(value);
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="lg">
        <ReproofField
          error={wrong ? t('reproof.wrong') : undefined}
          kind={offer.downloadReproof}
          onChange={setValue}
          value={value}
        />
        {prove.isError && !wrong && <ProblemPanel error={prove.error} />}
        <Group justify="flex-end">
          <Button disabled={!value} loading={prove.isPending} type="submit">
            {t('reproof.do')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
