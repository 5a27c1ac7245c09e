import { Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/useLanguage';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { AccountFacts } from './AccountFacts';
import { ActionState } from './ActionState';
import { deskActionQuery } from './api';
import { DecideButton } from './DecideButton';
import { LetterButton } from './LetterButton';

type Props = { readonly id: string; readonly mayDecide: boolean };

/** One action: what was asked for, who decided, and its letter. */
export function DeskActionPage({ id, mayDecide }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const language = useLanguage();
  const { data: action } = useSuspenseQuery(deskActionQuery(id, language));
  const proposed = action.state === 'PROPOSED';
  return (
    <Page
      actions={
        <ButtonLink params={{ id: action.account.id }} to="/accounts/$id" variant="default">
          {t('toAccount')}
        </ButtonLink>
      }
      status={
        <Group gap="xs">
          <ActionState action={action} />
        </Group>
      }
      title={action.title}
      trail={[{ label: t('common:nav.deskActions'), to: '/desk-actions' }]}
      width="text"
    >
      {proposed && (
        <Callout title={t(action.mine ? 'proposed.mine' : 'proposed.title')} tone="wait">
          <p>{t(action.mine ? 'proposed.mineNext' : 'proposed.next')}</p>
          {action.lapsesAt && (
            <p>
              {t('proposed.until')} <DateTime at={action.lapsesAt} relative />
            </p>
          )}
        </Callout>
      )}
      {action.state === 'LAPSED' && (
        <Callout title={t('lapsed.title')} tone="idle">
          <p>{t('lapsed.next')}</p>
        </Callout>
      )}
      {action.state === 'DONE' && action.letter === 'DUE' && (
        <Callout title={t('letter.dueTitle')} tone="warn">
          <p>{t('letter.dueNext')}</p>
          <LetterButton action={action} />
        </Callout>
      )}
      <Card title={t('requested')}>
        <AccountFacts account={action.account} />
        <Facts
          facts={[
            { label: t('fact.reference'), value: action.reference ?? t('common:none') },
            !!action.comment && { label: t('fact.comment'), value: action.comment },
            action.secrets.length > 0 && {
              label: t('fact.secrets'),
              value: action.secrets.map((kind) => t(`common:secretKind.${kind}`)).join(t('and')),
            },
            { label: t('fact.takenBy'), value: action.takenBy },
            { label: t('fact.takenAt'), value: <DateTime at={action.takenAt} /> },
            action.state === 'LAPSED' &&
              !!action.lapsesAt && { label: t('fact.lapsedAt'), value: <DateTime at={action.lapsesAt} /> },
          ]}
        />
      </Card>
      {action.decidedBy && (
        <Card title={t(action.state === 'REFUSED' ? 'refused' : 'approved')}>
          <Facts
            facts={[
              { label: t('fact.decidedBy'), value: action.decidedBy },
              !!action.decidedAt && { label: t('fact.decidedAt'), value: <DateTime at={action.decidedAt} /> },
              !!action.decisionComment && { label: t('fact.comment'), value: action.decisionComment },
            ]}
          />
        </Card>
      )}
      {(action.revoked !== undefined || action.letterPrintedBy) && (
        <Card title={t('result')}>
          <Facts
            facts={[
              action.revoked !== undefined && {
                label: t('fact.revoked'),
                value: t('revoked', { count: action.revoked }),
              },
              !!action.letterPrintedBy && { label: t('fact.letterPrintedBy'), value: action.letterPrintedBy },
              !!action.letterPrintedAt && {
                label: t('fact.letterPrintedAt'),
                value: <DateTime at={action.letterPrintedAt} />,
              },
            ]}
          />
        </Card>
      )}
      {proposed && mayDecide && (
        <Group gap="sm">
          {!action.mine && <DecideButton action={action} decision="approval" />}
          <DecideButton action={action} decision="refusal" />
        </Group>
      )}
    </Page>
  );
}
