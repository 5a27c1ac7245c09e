import { Button } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { PasswordField } from '../../../shared/secret/PasswordField';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { Code } from '../../../shared/ui/Code';
import { Loading } from '../../../shared/ui/Loading';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import { type Session, useConfirmTotp, useEnrolTotp, useSession } from '../api';
import classes from '../session.module.css';
import { CodeField } from './CodeField';

const QrCode = lazy(() => import('./QrCode').then(({ QrCode: component }) => ({ default: component })));

type Props = {
  /** What comes first: a code of the app that is in use, or what the person logs in with. */
  readonly proof?: 'otp' | 'current' | undefined;
  readonly onDone: (session: Session) => void;
};

/** Scan, or type in, then prove with a code that it worked. */
export function TotpEnrolment({ proof, onDone }: Props) {
  const { t } = useTranslation('secret');
  const session = useSession();
  const enrol = useEnrolTotp();
  const confirm = useConfirmTotp();
  const [present, setPresent] = useState('');
  const [code, setCode] = useState('');
  const secret = enrol.data?.secret;

  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (enrol.isPending) return;
    const given = { otp: { otp: present.replace(/\s/g, '') }, current: { current: present } };
    // A wrong one is typed anew.
    enrol.mutate(proof ? given[proof] : {}, { onSettled: () => setPresent('') });
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
          {proof === 'otp' && (
            <CodeField id="present" label={t('totp.presentCode')} onChange={setPresent} value={present} />
          )}
          {proof === 'current' && (
            <PasswordField
              autoComplete="current-password"
              id="present"
              label={t('confirmation.byLogIn', { secret: t(`kind.${session?.secret?.kind ?? 'PASSWORD'}`) })}
              onChange={setPresent}
              softwareKeyboard={session?.softwareKeyboard}
              value={present}
            />
          )}
          <div>
            <Button
              disabled={proof !== undefined && present.trim() === ''}
              loading={enrol.isPending}
              size="lg"
              type="submit"
            >
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
