import { Button, Group } from '@mantine/core';
import { IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { ImportSteps } from '../../shared/keyFile/ImportSteps';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ButtonLink } from '../../shared/ui/links';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type OwnConfirmation, useConfirmOwn } from './api';
import { forget, type Made } from './run';

type Props = {
  readonly account: string;
  readonly made: Made;
  /** To a file for another system or in another encryption, with the same key. */
  readonly onAnother: () => void;
  readonly onCompleted: (confirmation: OwnConfirmation) => void;
};

/**
 * The file is here: first it is imported, then tried. The first log-in completes; only the person can say so before, because a browser does
 * not tell a page what was imported (HK-036, AT-49).
 */
export function Stored({ account, made: { issued, file, target }, onAnother, onCompleted }: Props) {
  const { t } = useTranslation('ownCertificate');
  return (
    <>
      <Callout role="status" title={t('stored.made', { file: file.name })} tone="ok">
        <p>{t('stored.password')}</p>
        <p>{t('stored.kept')}</p>
        <Group gap="sm">
          <Button
            leftSection={<IconDownload aria-hidden="true" size={20} />}
            onClick={() => offerDownload(file.blob, file.name)}
            variant="default"
          >
            {t('stored.again')}
          </Button>
          <Button onClick={onAnother} variant="default">
            {t('stored.another')}
          </Button>
        </Group>
      </Callout>
      <ImportSteps password={t('completed.password')} target={target} />
      <Card title={t('stored.tryTitle')}>
        <p>{t('stored.try')}</p>
        <p>{t('stored.until')}</p>
        <Group>
          <ButtonLink size="lg" to="/test-certificate">
            {t('stored.test')}
          </ButtonLink>
        </Group>
      </Card>
      <Complete account={account} issued={issued} onCompleted={onCompleted} />
    </>
  );
}

/** What a log-in would do by itself, with what it costs whoever has not imported the file yet. */
function Complete({ account, issued, onCompleted }: Pick<Props, 'account' | 'onCompleted'> & Pick<Made, 'issued'>) {
  const { t } = useTranslation('ownCertificate');
  const confirm = useConfirmOwn();
  const complete = () =>
    confirm.mutate(issued.serial, {
      onSuccess: (confirmation) => {
        void forget(account);
        onCompleted(confirmation);
      },
    });
  return (
    <Card title={t('stored.completeTitle')}>
      <p>{t('stored.complete')}</p>
      {issued.supersedes && (
        <Callout title={t('stored.supersedesTitle')} tone="warn">
          <p>{t('stored.supersedes')}</p>
        </Callout>
      )}
      {issued.renews && !issued.supersedes && <p>{t('stored.renews')}</p>}
      {confirm.isError && <ProblemPanel error={confirm.error} />}
      <Group gap="sm">
        <Button
          leftSection={<IconCircleCheck aria-hidden="true" size={20} />}
          loading={confirm.isPending}
          onClick={complete}
          variant="default"
        >
          {t('stored.do')}
        </Button>
        <ButtonLink to="/own-certificate" variant="subtle">
          {t('stored.later')}
        </ButtonLink>
      </Group>
    </Card>
  );
}
