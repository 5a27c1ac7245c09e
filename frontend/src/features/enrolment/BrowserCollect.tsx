import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerDownload } from '../../shared/format/download';
import { commonNameOf } from '../../shared/format/text';
import { type KeyFileWish, TargetChoice } from '../../shared/keyFile/TargetChoice';
import { recommended, targetOf } from '../../shared/keyFile/targets';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { Steps } from '../../shared/ui/Steps';
import { type CollectedFile, certify, type Enrolment } from './api';
import { PinField } from './PinField';
import { pageKeyOf } from './pageKey';

type Props = {
  readonly token: string;
  readonly enrolment: Enrolment;
  readonly onCollected: (file: CollectedFile, format: 'P12') => void;
};

const STEPS = ['key', 'certificate', 'file'] as const;

/** Makes the key here, has it certified, and puts both into a file. The private key never leaves this device. */
export function BrowserCollect({ token, enrolment, onCollected }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  const queries = useQueryClient();
  const [secret, setSecret] = useState('');
  const [wish, setWish] = useState<KeyFileWish>({ target: targetOf(navigator.userAgent) });
  const [attempt, setAttempt] = useState(0);
  const [step, setStep] = useState<number>();
  const [error, setError] = useState<unknown>();
  const missing = secret.trim() === '';
  const holder = commonNameOf(enrolment.subjectDn) ?? enrolment.subjectDn;

  const collect = async () => {
    // Loaded when it is needed: it is large, and most pages do without.
    const [{ makeable, makeKey, makeRequest }, { makeKeyFile }, { keepKey, keptKey }] = await Promise.all([
      import('../../shared/pki/browserKey'),
      import('../../shared/pki/keyFile'),
      import('../../shared/pki/keptKey'),
    ]);
    const kind = makeable(enrolment.keys ?? []);
    if (!kind) throw new Error(`no key of ${enrolment.keys?.join()} can be made here`);
    pageKeyOf(token);
    const key = (await keptKey(token))?.pair ?? (await makeKey(kind));
    await keepKey(token, key);
    setStep(1);
    const issued = await certify(token, secret.trim(), await makeRequest(key, holder));
    setStep(2);
    const content = await makeKeyFile({
      privateKey: key.privateKey,
      certificate: issued.certificate,
      chain: issued.chain,
      friendlyName: holder,
      password: secret.trim(),
      passwordIs: 'drawn',
      profile: wish.profile ?? recommended(wish.target),
    });
    const file = { blob: new Blob([content], { type: 'application/x-pkcs12' }), name: `${issued.fileName}.p12` };
    offerDownload(file.blob, file.name);
    // The key stays until this tab can no longer repeat it: nobody knows yet whether the file was saved.
    onCollected(file, 'P12');
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (missing || step !== undefined) return;
    setError(undefined);
    setStep(0);
    try {
      await collect();
    } catch (failure) {
      setError(failure);
      setStep(undefined);
      await queries.invalidateQueries({ queryKey: ['enrolment', token] });
    }
  };

  return (
    <Card title={t('browser.title')}>
      <form noValidate onSubmit={send} style={{ display: 'flex', flexDirection: 'column', gap: '1.25rem' }}>
        {attempt > 0 && missing && (
          <ErrorSummary attempt={attempt} faults={[{ fieldId: 'secret', message: t('form.secretMissing') }]} />
        )}
        <Steps current={step ?? -1} label={t('browser.steps')} steps={STEPS.map((name) => t(`browser.step.${name}`))} />
        <TargetChoice mobileConfig={false} onChange={setWish} value={wish} />
        <PinField
          missing={attempt > 0 && missing}
          onChange={setSecret}
          softwareKeyboard={enrolment.softwareKeyboard}
          value={secret}
        />
        <Callout title={t('browser.staysTitle')} tone="info">
          <p>{t('browser.stays')}</p>
        </Callout>
        {error !== undefined && <ProblemPanel error={error} />}
        <Button
          fullWidth
          leftSection={<IconKey aria-hidden="true" size={22} />}
          loading={step !== undefined}
          size="lg"
          type="submit"
        >
          {t('browser.do')}
        </Button>
        <p role="status" style={{ margin: 0 }}>
          {step !== undefined && t(`browser.now.${STEPS[step] ?? 'file'}`)}
        </p>
      </form>
    </Card>
  );
}
