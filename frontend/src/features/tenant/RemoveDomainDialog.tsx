import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Domain, type Registration, useRemoveDomain } from './api';

type Props = { readonly tenant: Registration; readonly domain: Domain; readonly onClose: () => void };

export function RemoveDomainDialog({ tenant, domain, onClose }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const remove = useRemoveDomain(tenant);
  return (
    <Dialog onClose={onClose} opened size="lg" title={t('domain.removeNamed', { name: domain.name })}>
      <Stack>
        <Callout title={t('domain.removeWarning')} tone="warn">
          <p>{t('domain.removeText')}</p>
        </Callout>
        {remove.isError && <ProblemPanel error={remove.error} />}
        <Group gap="sm" justify="flex-end">
          <Button onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(domain.name, { onSuccess: onClose })}
          >
            {t('domain.doRemove')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
