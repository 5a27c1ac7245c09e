import { Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { Facts } from '../../shared/ui/Facts';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AuthorityStatus } from './AuthorityStatus';
import { type Authority, authoritiesQuery, useDiscard } from './api';
import { CompromiseButton } from './CompromiseButton';
import { externalOf, withAllBelowByName } from './lines';

/** Authorities whose keys are elsewhere, which no line shows: what may become of each. */
export function ExternalAuthorities() {
  const { t } = useTranslation('authority');
  const authorities = useQuery(authoritiesQuery);
  const all = authorities.data ?? [];
  const external = externalOf(all);
  if (external.length === 0) return null;
  return (
    <section aria-labelledby="external-authorities">
      <Title id="external-authorities" mb="sm" mt="xl" order={2}>
        {t('external.title')}
      </Title>
      {external.map((authority) => {
        const affected = withAllBelowByName(authority, all);
        return (
          <Card actions={<AuthorityStatus of={authority} />} key={authority.name} order={3} title={authority.label}>
            <Facts
              facts={[
                { label: t('fact.name'), value: authority.name },
                { label: t('fact.subject'), value: authority.subjectDn },
                {
                  label: t('fact.validity'),
                  value: (
                    <>
                      <DateTime at={authority.notBefore} only="date" /> –{' '}
                      <DateTime at={authority.notAfter} only="date" relative />
                    </>
                  ),
                },
              ]}
            />
            {authority.state === 'EXTERNAL' && (
              <Group gap="sm">
                <CompromiseButton affected={affected} generation={authority} />
                {affected.length === 1 && <RemoveButton authority={authority} />}
              </Group>
            )}
          </Card>
        );
      })}
    </section>
  );
}

/** Removes an authority that no chain leads through. */
function RemoveButton({ authority }: { authority: Authority }) {
  const { t } = useTranslation(['authority', 'common']);
  const [open, setOpen] = useState(false);
  const remove = useDiscard(authority.name);
  return (
    <>
      <Button color="red" onClick={() => setOpen(true)} variant="outline">
        {t('external.remove')}
      </Button>
      <Dialog
        onClose={() => setOpen(false)}
        opened={open}
        size="lg"
        title={t('external.removeTitle', { label: authority.label })}
      >
        <Stack>
          <Callout title={t('external.warning')} tone="warn">
            <p>{t('external.text')}</p>
          </Callout>
          {remove.isError && <ProblemPanel error={remove.error} />}
          <Group gap="sm" justify="flex-end">
            <Button onClick={() => setOpen(false)} variant="default">
              {t('common:cancel')}
            </Button>
            <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
              {t('external.remove')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
