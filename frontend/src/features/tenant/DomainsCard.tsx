import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../shared/ui/Card';
import type { Domain, Registration } from './api';
import { DomainDialog } from './DomainDialog';
import { DomainTable } from './DomainTable';
import { RemoveDomainDialog } from './RemoveDomainDialog';

/** The domains of a tenant, to add, to approve anew and to remove. */
export function DomainsCard({ tenant }: { tenant: Registration }) {
  const { t } = useTranslation('tenant');
  const [edited, setEdited] = useState<Domain | 'new'>();
  const [removed, setRemoved] = useState<Domain>();
  const ongoing = tenant.state !== 'ENDED';
  return (
    <Card
      actions={
        ongoing && (
          <Button
            leftSection={<IconPlus aria-hidden="true" size={18} />}
            onClick={() => setEdited('new')}
            variant="default"
          >
            {t('domain.add')}
          </Button>
        )
      }
      title={t('form.domains')}
    >
      <DomainTable
        actions={
          ongoing
            ? (domain) => (
                <Group gap="xs" wrap="nowrap">
                  <Button
                    aria-label={t('domain.changeNamed', { name: domain.name })}
                    onClick={() => setEdited(domain)}
                    variant="subtle"
                  >
                    {t('domain.change')}
                  </Button>
                  <Button
                    aria-label={t('domain.removeNamed', { name: domain.name })}
                    color="red"
                    onClick={() => setRemoved(domain)}
                    variant="subtle"
                  >
                    {t('domain.remove')}
                  </Button>
                </Group>
              )
            : undefined
        }
        domains={tenant.domains}
      />
      {edited && (
        <DomainDialog
          domain={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          tenant={tenant}
        />
      )}
      {removed && <RemoveDomainDialog domain={removed} onClose={() => setRemoved(undefined)} tenant={tenant} />}
    </Card>
  );
}
