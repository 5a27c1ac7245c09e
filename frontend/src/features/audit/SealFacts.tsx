import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Code } from '../../shared/ui/Code';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { proofQuery } from './api';

/** That an event is in the sealed history, worked out in this browser when somebody wants to know. */
export function SealFacts({ event }: { readonly event: string }) {
  const { t } = useTranslation('audit');
  const [wanted, setWanted] = useState(false);
  const proof = useQuery({ ...proofQuery(event), enabled: wanted });
  if (!wanted) {
    return (
      <Button onClick={() => setWanted(true)} variant="default">
        {t('seal.check')}
      </Button>
    );
  }
  if (proof.isError) {
    return <ProblemPanel error={proof.error} onRetry={() => proof.refetch()} />;
  }
  if (!proof.data) {
    return <Loader aria-label={t('seal.checking')} size="sm" />;
  }
  const { genuine, position, seal } = proof.data;
  return (
    <Callout role="status" title={genuine ? t('seal.genuine') : t('seal.forged')} tone={genuine ? 'ok' : 'bad'}>
      <p>{genuine ? t('seal.genuineMore') : t('seal.forgedMore')}</p>
      <Facts
        facts={[
          { label: t('seal.position'), value: t('seal.positionOf', { position: position + 1, size: seal.size }) },
          { label: t('seal.at'), value: <DateTime at={seal.at} /> },
          { label: t('seal.root'), value: <Code text={seal.root} what={t('seal.root')} /> },
          { label: t('seal.timeStamp'), value: seal.timeStamp ? t('seal.stamped') : t('seal.notStamped') },
        ]}
      />
    </Callout>
  );
}
