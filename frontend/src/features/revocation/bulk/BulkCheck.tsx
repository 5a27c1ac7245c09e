import { Button, Group } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Figure } from '../../../shared/ui/Figure';
import { ButtonLink } from '../../../shared/ui/links';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import classes from '../revocation.module.css';
import { isTyped, TYPED_COUNT_ID, TypedCount } from '../TypedCount';
import { type BulkRevocation, useSubmit } from './api';
import { countsOf } from './outcomes';

type Props = {
  readonly bulk: BulkRevocation;
  readonly mine: boolean;
  /** Whether keys are kept here, and certificates are counted. */
  readonly managed: boolean;
};

/** What the check found, and the confirmation when there is something to revoke. Lines that cannot be revoked stand in nobody's way. */
export function BulkCheck({ bulk, mine, managed }: Props) {
  const { t } = useTranslation('bulkRevocation');
  const language = useLanguage();
  const { left, refused, idle } = countsOf(bulk);
  const text = (count: number) => formatNumber(count, language);
  return (
    <>
      <Callout
        role="status"
        title={
          left === 0
            ? t('check.nothing')
            : refused > 0
              ? t('check.some', { count: refused, value: text(refused) })
              : t('check.clean')
        }
        tone={left === 0 ? 'bad' : refused > 0 ? 'warn' : 'ok'}
      >
        <p>{left === 0 ? t('check.nothingNext') : refused > 0 ? t('check.someNext') : t('check.cleanNext')}</p>
      </Callout>
      <div className={classes.figures}>
        <Figure label={t('check.lines')} value={text(bulk.lines)} />
        <Figure label={t('check.left')} tone={left > 0 ? 'warn' : 'idle'} value={text(left)} />
        <Figure label={t('check.refused')} tone={refused > 0 ? 'bad' : 'idle'} value={text(refused)} />
        <Figure label={t('check.idle')} tone="idle" value={text(idle)} />
      </div>
      {left > 0 && mine && <Confirmation bulk={bulk} count={left} managed={managed} />}
      {left > 0 && !mine && (
        <Callout title={t('confirm.notMine', { name: bulk.createdBy })} tone="info">
          <p>{t('confirm.notMineNext')}</p>
        </Callout>
      )}
    </>
  );
}

function Confirmation({ bulk, count, managed }: Omit<Props, 'mine'> & { count: number }) {
  const { t } = useTranslation(['bulkRevocation', 'revocation']);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const submit = useSubmit(bulk.id);
  const wrong = !isTyped(count, typed);
  const value = formatNumber(count, language);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!wrong) submit.mutate(undefined, { onSuccess: () => scrollTo({ top: 0 }) });
  };
  return (
    <Card title={t('confirm.title')}>
      <form className={classes.form} noValidate onSubmit={send}>
        {attempt > 0 && wrong && (
          <ErrorSummary
            attempt={attempt}
            faults={[{ fieldId: TYPED_COUNT_ID, message: t('revocation:count.wrong', { number: count }) }]}
          />
        )}
        <Callout title={t('confirm.willTitle')} tone="warn">
          <ul className={classes.list}>
            <li>{t('confirm.will.revoke', { count, value, reason: t(`revocation:revoked.${bulk.reason}`) })}</li>
            {bulk.reason === 'KEY_COMPROMISE' && <li>{t('confirm.will.keys')}</li>}
            {managed && <li>{t('named.consequence')}</li>}
            {bulk.tellsSubscribers && <li>{t('confirm.will.mail')}</li>}
            <li>{t('confirm.will.background')}</li>
          </ul>
        </Callout>
        <TypedCount count={count} onChange={setTyped} value={typed} wrong={attempt > 0 && wrong} />
        {submit.isError && <ProblemPanel error={submit.error} />}
        <Group gap="sm">
          <Button
            color="red"
            leftSection={<IconBan aria-hidden="true" size={20} />}
            loading={submit.isPending}
            size="lg"
            type="submit"
          >
            {t('confirm.do', { count, value })}
          </Button>
          <ButtonLink size="lg" to="/revocations" variant="default">
            {t('confirm.cancel')}
          </ButtonLink>
        </Group>
      </form>
    </Card>
  );
}
