import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { useAnswerOtp, useSession } from '../api';
import { LockedPage } from '../entrance/LockedPage';
import type { StepSearch } from '../search';
import { CodeField } from '../secret/CodeField';
import { TotpEnrolment } from '../secret/TotpEnrolment';
import classes from '../session.module.css';
import { GiveUp } from './GiveUp';
import { GridCardFields } from './GridCardFields';
import { useGoOn } from './useGoOn';

/** The one-time password: six digits of an app, characters of a grid card, or, before the first time, an app to be enrolled (HK-024). */
export function OtpPage({ to }: StepSearch) {
  const { t } = useTranslation('session');
  const session = useSession();
  const goOn = useGoOn(to);
  const answer = useAnswerOtp();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  // Empties the fields after a wrong answer, of which there may be several.
  const [round, setRound] = useState(0);
  if (!session) return null;
  if (isProblem(answer.error, 'secret-locked')) {
    return <LockedPage onBack={() => answer.reset()} problem={answer.error} />;
  }
  const { kind, positions = [] } = session.otp;
  if (!kind) {
    return (
      <Page lead={t('otp.enrolLead')} title={t('otp.enrolTitle')} width="text">
        <TotpEnrolment onDone={goOn} />
        <GiveUp />
      </Page>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    const otp = code.replace(/\s/g, '');
    setMissing(otp === '');
    if (otp === '' || answer.isPending) return;
    answer.mutateAsync(otp).then(goOn, () => {
      setCode('');
      setRound((before) => before + 1);
    });
  };
  return (
    <Page lead={t(`otp.lead.${kind}`)} title={t('otp.title')} width="text">
      <Card>
        <form className={classes.form} noValidate onSubmit={send}>
          {isProblem(answer.error, 'otp-wrong') ? (
            <Callout role="alert" title={t('otp.wrong')} tone="bad">
              <p>{t(`otp.wrongNext.${kind}`)}</p>
            </Callout>
          ) : (
            answer.isError && <ProblemPanel error={answer.error} />
          )}
          {kind === 'TOTP' ? (
            <CodeField error={missing && t('otp.missing')} onChange={setCode} value={code} />
          ) : (
            <GridCardFields
              error={missing ? t('otp.missing') : undefined}
              key={round}
              onChange={setCode}
              positions={positions}
            />
          )}
          <Button loading={answer.isPending} size="lg" type="submit">
            {t('otp.do')}
          </Button>
        </form>
      </Card>
      <p className={classes.note}>{t('otp.lost')}</p>
      <GiveUp />
    </Page>
  );
}
