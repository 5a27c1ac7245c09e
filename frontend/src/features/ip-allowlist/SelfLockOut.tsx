import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../shared/ui/Dialog';
import { MessageId } from '../../shared/ui/MessageId';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';

type Props = {
  readonly address: string;
  readonly minutes: number;
  readonly opened: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onAddOwn: () => void;
  readonly onTry: () => void;
  readonly onClose: () => void;
};

/** M-IP-SELF: the list would refuse whoever sets it. Nothing was applied; the safe way is the first one. */
export function SelfLockOut(props: Props) {
  const { t } = useTranslation(['ipAllowlist', 'common']);
  const { address, minutes } = props;
  return (
    <Dialog onClose={props.onClose} opened={props.opened} size="lg" title={t('self.title')}>
      <Stack gap="lg">
        <p>{t('self.what', { address })}</p>
        <MessageId code="own-address-missing" />
        <p>{t('self.try', { minutes })}</p>
        {props.error != null && <ProblemPanel error={props.error} />}
        <Group justify="flex-end">
          <Button onClick={props.onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={props.isPending} onClick={props.onTry} variant="outline">
            {t('self.tryIt', { minutes })}
          </Button>
          <Button data-autofocus onClick={props.onAddOwn}>
            {t('addOwn')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
