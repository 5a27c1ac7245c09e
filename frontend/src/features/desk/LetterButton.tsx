import { Button, Group, Stack } from '@mantine/core';
import { IconDownload, IconExternalLink, IconMailbox } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { AccountFacts } from './AccountFacts';
import { type DeskAction, type LetterFile, useAfterwards, usePrintLetter } from './api';

/** The letter with the new credentials: made once, and never to be had again (so the dialog says so, before and after). */
export function LetterButton({ action }: { action: DeskAction }) {
  const { t } = useTranslation(['desk', 'common']);
  const [opened, setOpened] = useState(false);
  const print = usePrintLetter(action.id);
  const afterwards = useAfterwards();
  const letter = print.data;
  const close = () => {
    setOpened(false);
    // Made, or refused because somebody else has made it.
    if (letter || print.isError) void afterwards();
    print.reset();
  };
  return (
    <>
      <Button leftSection={<IconMailbox aria-hidden="true" size={20} />} onClick={() => setOpened(true)}>
        {t('letter.do')}
      </Button>
      <Dialog
        closeOnClickOutside={false}
        closeOnEscape={!letter}
        onClose={close}
        opened={opened}
        size="lg"
        title={t(letter ? 'letter.made' : 'letter.do')}
        withCloseButton={!letter}
      >
        <Stack gap="lg">
          {letter ? (
            <Made letter={letter} onClose={close} />
          ) : (
            <>
              <AccountFacts account={action.account} />
              <Callout title={t('letter.onceTitle')} tone="warn">
                <p>{t('letter.once')}</p>
              </Callout>
              {print.isError && <ProblemPanel error={print.error} />}
              <Group gap="sm" justify="flex-end">
                <Button onClick={close} variant="default">
                  {t('common:cancel')}
                </Button>
                <Button
                  loading={print.isPending}
                  onClick={() => print.mutateAsync().then(save, () => undefined /* Shown above. */)}
                >
                  {t('letter.make')}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </Dialog>
    </>
  );
}

function Made({ letter, onClose }: { letter: LetterFile; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(letter.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [letter]);
  return (
    <>
      <Callout role="status" title={t('letter.saved', { name: letter.name })} tone="ok">
        <p>{t('letter.gone')}</p>
      </Callout>
      <Group gap="sm">
        <Button
          component="a"
          href={url}
          leftSection={<IconExternalLink aria-hidden="true" size={20} />}
          rel="noreferrer"
          target="_blank"
          variant="default"
        >
          {t('letter.open')}
        </Button>
        <Button
          leftSection={<IconDownload aria-hidden="true" size={20} />}
          onClick={() => save(letter)}
          variant="default"
        >
          {t('letter.again')}
        </Button>
      </Group>
      <Group justify="flex-end">
        <Button onClick={onClose}>{t('letter.have')}</Button>
      </Group>
    </>
  );
}

const save = ({ blob, name }: LetterFile) => offerDownload(blob, name);
