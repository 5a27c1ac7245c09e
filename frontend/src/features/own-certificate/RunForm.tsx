import { Button, Group } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { commonNameOf } from '../../shared/format/text';
import { type KeyFileWish, TargetChoice } from '../../shared/keyFile/TargetChoice';
import { targetOf } from '../../shared/keyFile/targets';
import { PasswordField } from '../../shared/secret/PasswordField';
import { ReproofField } from '../../shared/secret/ReproofField';
import { useReproof } from '../../shared/secret/useReproof';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { CheckedForm } from '../../shared/ui/CheckedForm';
import { ButtonLink } from '../../shared/ui/links';
import { Steps } from '../../shared/ui/Steps';
import { useCheck } from '../../shared/ui/useCheck';
import type { OwnCertificate, OwnIssuanceOffer } from './api';
import { FILE_PASSWORD, faultOf } from './filePassword';
import classes from './ownCertificate.module.css';
import { type Made, run, STEPS } from './run';

type Props = {
  readonly offer: OwnIssuanceOffer;
  readonly account: string;
  readonly certificates: readonly OwnCertificate[];
  readonly softwareKeyboard: boolean;
  readonly onMade: (made: Made) => void;
};

/** The password of the file, what the policy asks for again, and one press that goes through all three steps. */
export function RunForm({ offer, account, certificates, softwareKeyboard, onMade }: Props) {
  const { t } = useTranslation(['ownCertificate', 'common']);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [typed, setTyped] = useState('');
  const [wish, setWish] = useState<KeyFileWish>({ target: targetOf(navigator.userAgent) });
  const [step, setStep] = useState<number>();
  const [error, setError] = useState<unknown>();
  const holder = commonNameOf(offer.subjectDn ?? '') ?? '';
  const fault = faultOf(password, again);
  const reproof = useReproof(offer.reproof, typed, error);
  const check = useCheck(
    [
      fault !== undefined && {
        fieldId: fault === 'differs' ? 'again' : 'file-password',
        message: t(`fault.${fault}`, FILE_PASSWORD),
      },
      reproof.missing,
    ],
    reproof.refused,
  );

  const send = async () => {
    setError(undefined);
    try {
      const made = await run({ offer, account, certificates, holder, password, wish, reproof: typed, onStep: setStep });
      offerDownload(made.file.blob, made.file.name);
      onMade(made);
    } catch (failure) {
      setError(failure);
      setStep(undefined);
    }
  };

  return (
    <Card title={t('run.steps')}>
      <CheckedForm check={check} className={classes.form} error={error} isPending={step !== undefined} onSend={send}>
        <Steps current={step ?? -1} label={t('run.steps')} steps={STEPS.map((name) => t(`step.${name}`))} />
        <Callout title={t('run.hereTitle')} tone="info">
          <p>{t('run.here')}</p>
          <p>{t('run.account')}</p>
        </Callout>
        <TargetChoice mobileConfig={false} onChange={setWish} value={wish} />
        <PasswordField
          autoComplete="new-password"
          description={t('field.passwordHint', FILE_PASSWORD)}
          error={check.at('file-password')}
          id="file-password"
          label={t('field.password')}
          maxLength={FILE_PASSWORD.max}
          onChange={setPassword}
          softwareKeyboard={softwareKeyboard}
          value={password}
        />
        <PasswordField
          autoComplete="new-password"
          error={check.at('again')}
          id="again"
          label={t('field.again')}
          maxLength={FILE_PASSWORD.max}
          onChange={setAgain}
          softwareKeyboard={softwareKeyboard}
          value={again}
        />
        <ReproofField
          error={check.at('reproof')}
          kind={offer.reproof}
          onChange={setTyped}
          softwareKeyboard={softwareKeyboard}
          value={typed}
        />
        <Group gap="sm">
          <Button
            leftSection={<IconPlayerPlay aria-hidden="true" size={20} />}
            loading={step !== undefined}
            size="lg"
            type="submit"
          >
            {t(offer.state === 'RENEW' ? 'run.doRenew' : 'run.do')}
          </Button>
          <ButtonLink size="lg" to="/home" variant="default">
            {t('common:cancel')}
          </ButtonLink>
        </Group>
        <p className={classes.note} role="status">
          {step !== undefined && t(`now.${STEPS[step] ?? 'file'}`)}
        </p>
      </CheckedForm>
    </Card>
  );
}
