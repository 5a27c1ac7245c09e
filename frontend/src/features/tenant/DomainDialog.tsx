import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems';
import { Dialog } from '../../shared/ui/Dialog';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type Domain, type Registration, usePutDomain } from './api';
import { DomainFieldset } from './DomainFieldset';
import { domainFieldsOf, faultsOfDomain, fieldId, NO_DOMAIN, newDomainOf, pointerOf } from './form';

type Props = {
  readonly tenant: Registration;
  /** The domain that gets another approval; left out for a new one. */
  readonly domain: Domain | undefined;
  readonly onClose: () => void;
};

export function DomainDialog({ tenant, domain, onClose }: Props) {
  const { t } = useTranslation(['tenant', 'common']);
  const [fields, setFields] = useState(() => (domain ? domainFieldsOf(domain, tenant.timeZone) : NO_DOMAIN));
  const [attempt, setAttempt] = useState(0);
  const put = usePutDomain(tenant);
  const local = attempt > 0 ? faultsOfDomain(fields) : [];
  const refused = put.error instanceof ApiProblem && put.error.errors.length > 0 ? put.error : undefined;
  const faults =
    local.length > 0
      ? local.map((fault) => ({ pointer: fault.pointer, message: t(`fault.${fault.fault}`) }))
      : (refused?.errors ?? []).map((each) => ({ pointer: pointerOf(each), message: each.message }));
  const title = domain ? t('domain.changeNamed', { name: domain.name }) : t('domain.add');

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faultsOfDomain(fields).length === 0) {
      put.mutate(newDomainOf(fields, tenant.timeZone), { onSuccess: onClose });
    }
  };

  return (
    <Dialog onClose={onClose} opened size="lg" title={title}>
      <form noValidate onSubmit={send}>
        <Stack>
          <ErrorSummary
            attempt={attempt}
            faults={faults.map((fault) => ({ message: fault.message, fieldId: fieldId(fault.pointer) }))}
          />
          {put.isError && !refused && <ProblemPanel error={put.error} />}
          <DomainFieldset
            errorAt={(pointer) => faults.find((fault) => fault.pointer === pointer)?.message}
            legend={domain?.name ?? t('domain.new')}
            named={!domain}
            onChange={setFields}
            pointer=""
            value={fields}
          />
          <Group gap="sm" justify="flex-end">
            <Button onClick={onClose} variant="default">
              {t('common:cancel')}
            </Button>
            <Button loading={put.isPending} type="submit">
              {domain ? t('domain.doChange') : t('domain.doAdd')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
