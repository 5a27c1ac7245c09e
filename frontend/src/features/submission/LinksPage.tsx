import { Button, Group, Stack } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/types';
import type { Column } from '../../shared/ui/DataTable';
import { DateTime } from '../../shared/ui/DateTime';
import { Dialog } from '../../shared/ui/Dialog';
import { EmptyState } from '../../shared/ui/EmptyState';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { QueryTable } from '../../shared/ui/QueryTable';
import { Status, type Tone } from '../../shared/ui/Status';
import { type CreatedSubmissionLink, linksQuery, type SubmissionLink, useRevokeLink } from './api';
import { CreateLinkDialog } from './CreateLinkDialog';
import { Holder } from './Holder';
import { LinkOnce } from './LinkOnce';
import classes from './submission.module.css';

const route = getRouteApi('/app/submission-links');

const TONE: Record<SubmissionLink['state'], Tone> = { OPEN: 'ok', USED_UP: 'idle', LAPSED: 'idle', REVOKED: 'bad' };

/** Links that were given out, and a way to give out and take back. */
export function LinksPage({ kinds }: { kinds: readonly Schema<'RequestKind'>[] }) {
  const { t } = useTranslation('submission');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const links = useQuery(linksQuery(search.cursor));
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedSubmissionLink>();
  const [revoking, setRevoking] = useState<SubmissionLink>();
  const create = (
    <Button leftSection={<IconLink aria-hidden="true" size={18} />} onClick={() => setCreating(true)}>
      {t('links.create')}
    </Button>
  );
  const columns: Column<SubmissionLink>[] = [
    {
      id: 'holder',
      header: t('fact.holder'),
      primary: true,
      cell: ({ name, email }) => <Holder email={email} name={name} />,
    },
    {
      id: 'state',
      header: t('fact.state'),
      cell: ({ state }) => <Status tone={TONE[state]}>{t(`links.state.${state}`)}</Status>,
    },
    {
      id: 'kind',
      header: t('fact.kind'),
      cell: ({ kind, renews }) => (
        <>
          {t(`kind.${kind}`)}
          {renews > 0 && <span className={classes.note}> {t('links.renews', { count: renews })}</span>}
        </>
      ),
    },
    {
      id: 'used',
      header: t('links.used'),
      // A link that renews is as good as there are certificates to renew.
      cell: ({ used, uses, renews }) => t(renews > 0 ? 'links.usedTimes' : 'links.usedOf', { used, uses, count: used }),
    },
    {
      id: 'expires',
      header: t('links.expires'),
      cell: ({ expiresAt, state }) => <DateTime at={expiresAt} only="date" relative={state === 'OPEN'} />,
    },
    { id: 'createdBy', header: t('links.createdBy'), cell: ({ createdBy }) => createdBy },
    {
      id: 'actions',
      header: '',
      cell: (link) =>
        link.state === 'OPEN' && (
          <Button
            aria-label={t('links.revokeOf', { name: link.name })}
            color="red"
            onClick={() => setRevoking(link)}
            size="sm"
            variant="outline"
          >
            {t('links.revoke')}
          </Button>
        ),
    },
  ];
  return (
    <Page
      actions={links.data && links.data.items.length > 0 && create}
      lead={t('links.lead')}
      title={t('links.title')}
      trail={[{ label: t('title'), to: '/submissions' }]}
    >
      <QueryTable
        caption={t('links.title')}
        columns={columns}
        cursor={search.cursor}
        empty={
          <EmptyState action={create} title={t('links.none')}>
            {t('links.noneNext')}
          </EmptyState>
        }
        name="submission-links"
        onCursor={(cursor) => navigate({ search: cursor ? { cursor } : {} })}
        query={links}
        rowKey={({ id }) => id}
      />
      <CreateLinkDialog
        kinds={kinds}
        onClose={() => setCreating(false)}
        onCreated={(link) => {
          setCreating(false);
          setCreated(link);
        }}
        opened={creating}
      />
      {created && <LinkOnce created={created} onNoted={() => setCreated(undefined)} />}
      {revoking && <RevokeDialog link={revoking} onClose={() => setRevoking(undefined)} />}
    </Page>
  );
}

function RevokeDialog({ link, onClose }: { link: SubmissionLink; onClose: () => void }) {
  const { t } = useTranslation(['submission', 'common']);
  const revoke = useRevokeLink();
  return (
    <Dialog onClose={onClose} opened title={t('links.revokeTitle', { name: link.name })}>
      <Stack gap="lg">
        <p>{t('links.revokeText')}</p>
        {revoke.isError && <ProblemPanel error={revoke.error} />}
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose} variant="default">
            {t('common:cancel')}
          </Button>
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(link.id, { onSuccess: onClose })}>
            {t('links.revokeIt')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
