import { Button, Group } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Loading } from '../../shared/ui/Loading';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { apiTokensQuery, type CreatedApiToken } from './api';
import { CreateDialog } from './CreateDialog';
import { SecretOnce } from './SecretOnce';
import { Tokens } from './Tokens';

/** What the account gave to scripts, and a way to give more. */
export function ApiTokensPage() {
  const { t } = useTranslation('apiToken');
  const tokens = useQuery(apiTokensQuery);
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedApiToken>();
  const create = (
    <Button leftSection={<IconKey aria-hidden="true" size={18} />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page actions={tokens.data && tokens.data.items.length > 0 && create} lead={t('lead')} title={t('title')}>
      {tokens.isError && <ProblemPanel error={tokens.error} onRetry={() => tokens.refetch()} />}
      {tokens.isPending && <Loading lines={6} />}
      {tokens.data?.items.length === 0 && (
        <EmptyState action={<Group>{create}</Group>} title={t('none.title')}>
          {t('none.text')}
        </EmptyState>
      )}
      {tokens.data && tokens.data.items.length > 0 && <Tokens tokens={tokens.data.items} />}
      {tokens.data && (
        <CreateDialog
          mostDays={tokens.data.mostDays}
          onClose={() => setCreating(false)}
          onCreated={(token) => {
            setCreating(false);
            setCreated(token);
          }}
          opened={creating}
          scopes={tokens.data.scopes}
        />
      )}
      {created && <SecretOnce created={created} onNoted={() => setCreated(undefined)} />}
    </Page>
  );
}
