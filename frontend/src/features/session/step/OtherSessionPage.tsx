import { Button } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../../shared/ui/Callout';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { useReLogIn } from '../api';
import type { StepSearch } from '../search';
import { GiveUp } from './GiveUp';
import { useGoOn } from './useGoOn';

/** A session was left open, say by closing the window: one press ends it and goes on with this one (SC-072, AT-26). */
export function OtherSessionPage({ to }: StepSearch) {
  const { t } = useTranslation('session');
  const goOn = useGoOn(to);
  const reLogIn = useReLogIn();
  const again = () => reLogIn.mutateAsync(undefined).then(goOn, () => undefined); // Shown below.
  return (
    <Page lead={t('residual.lead')} title={t('residual.title')} width="text">
      <Callout title={t('residual.what')} tone="warn">
        <p>{t('residual.notYou')}</p>
      </Callout>
      {reLogIn.isError && <ProblemPanel error={reLogIn.error} />}
      <div>
        <Button
          data-autofocus
          leftSection={<IconLogin2 aria-hidden="true" size={22} />}
          loading={reLogIn.isPending}
          onClick={again}
          size="lg"
        >
          {t('residual.do')}
        </Button>
      </div>
      <GiveUp />
    </Page>
  );
}
