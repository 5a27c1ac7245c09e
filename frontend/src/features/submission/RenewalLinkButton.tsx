import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import type { CreatedSubmissionLink } from './api';
import { CreateLinkDialog, type Renewal } from './CreateLinkDialog';
import { LinkOnce } from './LinkOnce';

type Props = { readonly kind: Schema<'RequestKind'>; readonly renewal: Renewal };

/** Makes a link with which certificates are renewed, for the officer to pass on. */
export function RenewalLinkButton({ kind, renewal }: Props) {
  const { t } = useTranslation('submission');
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedSubmissionLink>();
  return (
    <>
      <Button
        leftSection={<IconLink aria-hidden="true" size={18} />}
        onClick={() => setCreating(true)}
        size="sm"
        variant="default"
      >
        {t('create.renewal')}
      </Button>
      <CreateLinkDialog
        kinds={[kind]}
        onClose={() => setCreating(false)}
        onCreated={(link) => {
          setCreating(false);
          setCreated(link);
        }}
        opened={creating}
        renewal={renewal}
      />
      {created && <LinkOnce created={created} onNoted={() => setCreated(undefined)} />}
    </>
  );
}
