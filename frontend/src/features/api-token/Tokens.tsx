import { Button, Group, Stack, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Status, type Tone } from '../../shared/ui/Status';
import { type ApiToken, useRevokeApiToken } from './api';
import classes from './apiToken.module.css';
import { keyOf } from './scopes';

const TONE: Record<ApiToken['state'], Tone> = { ACTIVE: 'ok', EXPIRED: 'idle', REVOKED: 'bad' };

export function Tokens({ tokens }: { tokens: readonly ApiToken[] }) {
  const { t } = useTranslation('apiToken');
  const [revoking, setRevoking] = useState<ApiToken>();
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={t('title')} className={classes.scroll} tabIndex={0}>
        <Table>
          <caption className="visually-hidden">{t('title')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('name')}</Table.Th>
              <Table.Th scope="col">{t('state')}</Table.Th>
              <Table.Th scope="col">{t('scopes')}</Table.Th>
              <Table.Th scope="col">{t('addresses')}</Table.Th>
              <Table.Th scope="col">{t('lastUsed')}</Table.Th>
              <Table.Th scope="col">{t('expires')}</Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">{t('actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Th scope="row">{token.name}</Table.Th>
                <Table.Td>
                  <Status tone={TONE[token.state]}>{t(`stateOf.${token.state}`)}</Status>
                </Table.Td>
                <Table.Td>{token.scopes.map((scope) => t(keyOf(scope))).join(t('and'))}</Table.Td>
                <Table.Td>{token.addresses.length > 0 ? token.addresses.join(', ') : t('anywhere')}</Table.Td>
                <Table.Td>
                  {token.lastUsedAt ? (
                    <>
                      <DateTime at={token.lastUsedAt} />
                      <br />
                      {token.lastUsedFrom}
                    </>
                  ) : (
                    t('never')
                  )}
                </Table.Td>
                <Table.Td>
                  <DateTime at={token.expiresAt} only="date" relative={token.state === 'ACTIVE'} />
                </Table.Td>
                <Table.Td>
                  {token.state === 'ACTIVE' && (
                    <Button
                      aria-label={t('revokeOf', { name: token.name })}
                      color="red"
                      onClick={() => setRevoking(token)}
                      size="sm"
                      variant="outline"
                    >
                      {t('revoke')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      {revoking && <RevokeDialog onClose={() => setRevoking(undefined)} token={revoking} />}
    </>
  );
}

function RevokeDialog({ token, onClose }: { token: ApiToken; onClose: () => void }) {
  const { t } = useTranslation(['apiToken', 'common']);
  const revoke = useRevokeApiToken();
  return (
    <Dialog onClose={onClose} opened title={t('revokeTitle', { name: token.name })}>
      <Stack gap="lg">
        <p>{t('revokeText')}</p>
        {revoke.isError && <ProblemPanel error={revoke.error} />}
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button
            color="red"
            loading={revoke.isPending}
            onClick={() => revoke.mutate(token.id, { onSuccess: onClose })}
          >
            {t('revokeIt')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
