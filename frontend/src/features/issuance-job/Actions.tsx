import { Button, Group } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconLink, IconListNumbers, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/ui/links';

type Props = {
  /** Which of the two rows of buttons it is, for who does not see them. */
  readonly place: 'above' | 'below';
  readonly onBundle: () => void;
  readonly onPasswords: () => void;
  /** Makes links for what is selected; undefined where nothing is. */
  readonly onHandOutLot: (() => void) | undefined;
  readonly onRefresh: () => void;
  readonly refreshing: boolean;
  /** Whether there is anything to hand out. */
  readonly any: boolean;
  /** Revokes what is selected, where that is left to the account. */
  readonly revoke: ReactNode;
  readonly mayRevokeByFile: boolean;
};

/** What the list is for; the same above and below it (DN-015). */
export function Actions(props: Props) {
  const { t } = useTranslation('issuanceJob');
  return (
    <Group aria-label={t(`actions.${props.place}`)} gap="xs" role="group">
      <Button
        disabled={!props.any}
        leftSection={<IconDownload aria-hidden="true" size={18} />}
        onClick={props.onBundle}
        size="sm"
        variant="default"
      >
        {t('actions.bundle')}
      </Button>
      <Button
        disabled={!props.any}
        leftSection={<IconListNumbers aria-hidden="true" size={18} />}
        onClick={props.onPasswords}
        size="sm"
        variant="default"
      >
        {t('actions.passwords')}
      </Button>
      <Button
        disabled={!props.onHandOutLot}
        leftSection={<IconLink aria-hidden="true" size={18} />}
        onClick={props.onHandOutLot}
        size="sm"
        variant="default"
      >
        {t('actions.handOut')}
      </Button>
      {props.revoke}
      {props.mayRevokeByFile && (
        <ButtonLink
          leftSection={<IconFileTypeCsv aria-hidden="true" size={18} />}
          size="sm"
          to="/revocations/new"
          variant="default"
        >
          {t('actions.csv')}
        </ButtonLink>
      )}
      <Button
        leftSection={<IconRefresh aria-hidden="true" size={18} />}
        loading={props.refreshing}
        onClick={props.onRefresh}
        size="sm"
        variant="default"
      >
        {t('actions.refresh')}
      </Button>
    </Group>
  );
}
