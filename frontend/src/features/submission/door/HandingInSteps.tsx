import { Button, Group, Stack } from '@mantine/core';
import { IconListCheck, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { FoundRows } from '../FoundRows';
import type { HandingIn } from './useHandingIn';

/** The step before: have it checked. */
export function CheckStep({ handing, onLook }: { handing: HandingIn; onLook: () => void }) {
  const { t } = useTranslation('submission');
  return (
    <>
      {handing.check.isError && <ProblemPanel error={handing.check.error} />}
      <Group>
        <Button
          leftSection={<IconListCheck aria-hidden="true" size={20} />}
          loading={handing.check.isPending}
          onClick={onLook}
          size="md"
          variant={handing.clean ? 'default' : 'filled'}
        >
          {t('door.check')}
        </Button>
      </Group>
    </>
  );
}

/** The steps after: see what was found, and hand it in when nothing is wrong with it. */
export function HandInStep({ handing }: { handing: HandingIn }) {
  const { t } = useTranslation('submission');
  const { check, clean, handIn, send } = handing;
  return (
    <>
      {check.data && <FoundRows check={check.data} />}
      {clean && (
        <Card title={t('door.send')}>
          <Stack gap="lg">
            <Callout tone="info">
              <p>{t('door.sendText')}</p>
            </Callout>
            {handIn.isError && <ProblemPanel error={handIn.error} />}
            <Group>
              <Button
                leftSection={<IconSend aria-hidden="true" size={20} />}
                loading={handIn.isPending}
                onClick={() => send(clean)}
                size="lg"
              >
                {t('door.do')}
              </Button>
            </Group>
          </Stack>
        </Card>
      )}
    </>
  );
}
