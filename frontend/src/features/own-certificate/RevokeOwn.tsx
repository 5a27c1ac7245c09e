import { Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupHex } from '../../shared/format/text';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type OwnCertificate, useRevokeOwn } from './api';

const REASONS = ['KEY_COMPROMISE', 'CESSATION_OF_OPERATION'] as const;

/** Revokes a certificate of one's own, such as that of a device that was lost, where the policy leaves that to people. */
export function RevokeOwn({ certificate }: { readonly certificate: OwnCertificate }) {
  const { t } = useTranslation(['ownCertificate', 'common']);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('KEY_COMPROMISE');
  const revoke = useRevokeOwn();
  const close = () => setOpened(false);
  return (
    <>
      <Button onClick={() => setOpened(true)} size="sm" variant="default">
        {t('revoke.open')}
      </Button>
      <Dialog onClose={close} opened={opened} title={t('revoke.title')}>
        <Stack>
          <p>
            {t('serial')}: {groupHex(certificate.serial, 4, ' ')}
          </p>
          <p>{certificate.present ? t('revoke.present') : t('revoke.text')}</p>
          <Radio.Group
            label={t('revoke.reason')}
            onChange={(value) => setReason(value as typeof reason)}
            value={reason}
          >
            <Stack mt="xs">
              {REASONS.map((each) => (
                <Radio key={each} label={t(`revoke.${each}`)} value={each} />
              ))}
            </Stack>
          </Radio.Group>
          {revoke.isError && <ProblemPanel error={revoke.error} />}
          <Group gap="sm" justify="flex-end">
            <Button onClick={close} variant="default">
              {t('common:cancel')}
            </Button>
            <Button
              color="red"
              loading={revoke.isPending}
              onClick={() => revoke.mutate({ id: certificate.id, reason }, { onSuccess: close })}
            >
              {t('revoke.do')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
