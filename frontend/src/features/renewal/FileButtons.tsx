import { Button } from '@mantine/core';
import { IconBan, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import { Dialog } from '../../shared/ui/Dialog';
import type { Choice, Kind, Operation, RenewalFilter } from './api';
import { FileDialog } from './FileDialog';

type Props = { readonly kind: Kind } & (
  | { readonly choice: Choice }
  | { readonly filter: RenewalFilter; readonly counts: Schema<'RenewalCounts'> }
);

/** Renew, and clear away what was renewed: of selected certificates, or of all that the filter lets through. */
export function FileButtons(props: Props) {
  const { t } = useTranslation('renewal');
  const [open, setOpen] = useState<Operation>();
  const selected = 'choice' in props;
  const choiceOf = (operation: Operation): Choice =>
    selected
      ? props.choice
      : {
          filter: props.filter,
          count: (operation === 'RENEW' ? props.counts.notRenewed : props.counts.renewed).value,
        };
  const offered = (operation: Operation) => {
    const choice = choiceOf(operation);
    return 'certificates' in choice || choice.count > 0;
  };
  const where = selected ? 'selected' : 'all';
  return (
    <>
      <Button
        disabled={!offered('RENEW')}
        leftSection={<IconRefresh aria-hidden="true" size={18} />}
        onClick={() => setOpen('RENEW')}
        size="sm"
        variant={selected ? 'filled' : 'default'}
      >
        {t(`file.RENEW.${where}`)}
      </Button>
      <Button
        disabled={!offered('REVOKE')}
        leftSection={<IconBan aria-hidden="true" size={18} />}
        onClick={() => setOpen('REVOKE')}
        size="sm"
        variant="default"
      >
        {t(`file.REVOKE.${where}`)}
      </Button>
      <Dialog
        onClose={() => setOpen(undefined)}
        opened={open !== undefined}
        size="lg"
        title={open && t(`file.${open}.title`)}
      >
        {open && (
          <FileDialog
            choice={choiceOf(open)}
            kind={props.kind}
            maxRows={selected ? undefined : props.counts.maxRows}
            onClose={() => setOpen(undefined)}
            operation={open}
          />
        )}
      </Dialog>
    </>
  );
}
