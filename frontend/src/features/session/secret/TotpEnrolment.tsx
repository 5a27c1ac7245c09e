import { Button } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { Code } from '../../../shared/ui/Code';
import { Loading } from '../../../shared/ui/Loading';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { type Session, useConfirmTotp, useEnrolTotp } from '../api';
import classes from '../session.module.css';
import { CodeField } from './CodeField';

const QrCode = lazy(() => import('./QrCode').then(({ QrCode: component }) => ({ default: component })));

type Props = {
  /** Whether an app is in use: then a code of it comes first. */
  readonly known?: boolean;
  readonly onDone: (session: Session) => void;
};

/** Scan, or type in, then prove with a code that it worked. */
export function TotpEnrolment({ known = false, onDone }: Props) {
  const { t } = useTranslation('secret');
  const enrol = useEnrolTotp();
  const confirm = useConfirmTotp();
  const [present, setPresent] = useState('');
  const [code, setCode] = useState('');
  const secret = enrol.data?.secret;

  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (!enrol.isPending) enrol.mutate(known ? present.replace(/\s/g, '') : undefined);
  };
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (confirm.isPending) return;
    confirm.mutateAsync(code.replace(/\s/g, '')).then(
      (session) => {
        enrol.reset();
        onDone(session);
      },
      () => setCode(''),
    );
  };

  if (!enrol.data || !secret) {
    return (
      <Card>
        <form className={classes.form} noValidate onSubmit={begin}>
          <Refusal error={enrol.error} />
          <p>{t('totp.need')}</p>
          {known && <CodeField id="present" label={t('totp.presentCode')} onChange={setPresent} value={present} />}
          <div>
            <Button loading={enrol.isPending} size="lg" type="submit">
              {t('totp.begin')}
            </Button>
          </div>
        </form>
      </Card>
    );
  }
  return (
    <Card>
      <ol className={classes.steps}>
        <li>
          <p>{t('totp.scan')}</p>
          <Suspense fallback={<Loading lines={3} />}>
            <QrCode label={t('totp.qr')} text={enrol.data.uri} />
          </Suspense>
          <p>{t('totp.type')}</p>
          <Code copy={secret} text={(secret.match(/.{1,4}/g) ?? []).join(' ')} what={t('totp.secret')} />
          <p className={classes.note}>{t('totp.once')}</p>
        </li>
        <li>
          <p>{t('totp.prove')}</p>
          <form className={classes.form} noValidate onSubmit={finish}>
            <Refusal error={confirm.error} />
            <CodeField onChange={setCode} value={code} />
            <div>
              <Button disabled={code.trim() === ''} loading={confirm.isPending} size="lg" type="submit">
                {t('totp.finish')}
              </Button>
            </div>
          </form>
        </li>
      </ol>
    </Card>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('secret');
  if (!error) return null;
  return isProblem(error, 'otp-wrong') ? (
    <Callout role="alert" title={t('totp.wrong')} tone="bad">
      <p>{t('totp.wrongNext')}</p>
    </Callout>
  ) : (
    <ProblemPanel error={error} />
  );
}
