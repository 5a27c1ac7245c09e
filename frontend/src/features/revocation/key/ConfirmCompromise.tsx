import { Button, Group } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useTimeZone } from '../../../shared/format/zone';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { ButtonLink } from '../../../shared/ui/links';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { GroundsFields, useSummary } from '../GroundsFields';
import { faultsOf, type Grounds, isComplete, NO_GROUNDS, requestOf } from '../grounds';
import classes from '../revocation.module.css';
import { isTyped, TYPED_COUNT_ID, TypedCount } from '../TypedCount';
import { type KeyCompromise, useSubmitCompromise } from './api';

/** What will happen for ever, on which document, and how many certificates it ends. */
export function ConfirmCompromise({ found }: { found: KeyCompromise }) {
  const { t } = useTranslation(['keyCompromise', 'revocation']);
  const language = useLanguage();
  const timeZone = useTimeZone();
  const summary = useSummary();
  const [grounds, setGrounds] = useState<Grounds>({ ...NO_GROUNDS, reason: 'KEY_COMPROMISE' });
  const [typed, setTyped] = useState('');
  const [attempt, setAttempt] = useState(0);
  const submit = useSubmitCompromise(found.id);
  const count = found.certificates.valid;
  const value = formatNumber(count, language);
  const faults = faultsOf(grounds, { now: Date.now(), timeZone, byOperator: true });
  const wrong = !isTyped(count, typed);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length > 0 || wrong || !isComplete(grounds)) return;
    const { reason: _, reference = '', ...rest } = requestOf(grounds, timeZone);
    submit.mutate({ reference, ...rest }, { onSuccess: () => scrollTo({ top: 0 }) });
  };

  return (
    <Card title={t('steps.confirm')}>
      <form className={classes.form} noValidate onSubmit={send}>
        {attempt > 0 && (
          <ErrorSummary
            attempt={attempt}
            faults={[
              ...summary(faults),
              ...(wrong ? [{ fieldId: TYPED_COUNT_ID, message: t('revocation:count.wrong', { number: count }) }] : []),
            ]}
          />
        )}
        {found.state === 'OPEN' && (
          <Callout title={t('confirm.unproven')} tone="warn">
            <p>{t('confirm.unprovenText')}</p>
          </Callout>
        )}
        <Callout title={t('confirm.willTitle')} tone="bad">
          <ul className={classes.list}>
            <li>{t('confirm.block')}</li>
            <li>{count > 0 ? t('confirm.revoke', { count, value }) : t('confirm.nothing')}</li>
            <li>{t('confirm.mail')}</li>
          </ul>
        </Callout>
        <GroundsFields
          byOperator
          faults={attempt > 0 ? faults : []}
          onChange={setGrounds}
          reasons={['KEY_COMPROMISE']}
          value={grounds}
        />
        <TypedCount count={count} onChange={setTyped} value={typed} wrong={attempt > 0 && wrong} />
        {submit.isError && <ProblemPanel error={submit.error} />}
        <Group gap="sm">
          <Button
            color="red"
            leftSection={<IconLock aria-hidden="true" size={20} />}
            loading={submit.isPending}
            size="lg"
            type="submit"
          >
            {t('confirm.do', { count, value })}
          </Button>
          {found.state === 'OPEN' && (
            <ButtonLink params={{ id: found.id }} size="lg" to="/key-compromises/$id" variant="default">
              {t('confirm.back')}
            </ButtonLink>
          )}
        </Group>
      </form>
    </Card>
  );
}
