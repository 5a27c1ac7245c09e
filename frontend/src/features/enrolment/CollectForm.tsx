import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemOf } from '../../shared/device/device';
import { offerDownload } from '../../shared/format/download';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type CollectedFile, type CollectionFormat, type Enrolment, useCollect } from './api';
import { P12ProfileChoice } from './P12ProfileChoice';
import { PinField } from './PinField';

const ORDER: readonly CollectionFormat[] = ['FULLCHAIN', 'PEM', 'PKCS7', 'P12', 'MOBILECONFIG'];

type Props = {
  readonly token: string;
  readonly enrolment: Enrolment;
  readonly onCollected: (file: CollectedFile, format: CollectionFormat) => void;
};

/** An iPhone takes a profile more easily than a file. */
function firstOf(formats: readonly CollectionFormat[]): CollectionFormat {
  const apple = formats.includes('MOBILECONFIG') && systemOf(navigator.userAgent) === 'ios';
  return apple ? 'MOBILECONFIG' : (formats[0] ?? 'P12');
}

/** The format, the warning, and one press. */
export function CollectForm({ token, enrolment, onCollected }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  // A key file that was collected by this tab offers nothing any more, and may still be given again.
  const formats = ORDER.filter((format) => enrolment.formats.includes(format));
  const [format, setFormat] = useState<CollectionFormat>(firstOf(formats));
  const [p12Profile, setP12Profile] = useState(enrolment.p12Profile ?? 'modern');
  const [secret, setSecret] = useState('');
  const [attempt, setAttempt] = useState(0);
  const collect = useCollect(token);
  const secretMissing = enrolment.secretRequired && secret.trim() === '';
  const keyFile = enrolment.delivery === 'P12';

  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (secretMissing || collect.isPending) return;
    collect.mutate(
      {
        format,
        ...(enrolment.secretRequired && { secret: secret.trim() }),
        ...(format === 'P12' && { p12Profile }),
      },
      {
        onSuccess: (file) => {
          offerDownload(file.blob, file.name);
          onCollected(file, format);
        },
      },
    );
  };

  return (
    <Card title={t(keyFile ? 'form.titleKeyFile' : 'form.title')}>
      <form noValidate onSubmit={send} style={{ display: 'flex', flexDirection: 'column', gap: '1.25rem' }}>
        {attempt > 0 && secretMissing && (
          <ErrorSummary attempt={attempt} faults={[{ fieldId: 'secret', message: t('form.secretMissing') }]} />
        )}
        {enrolment.secretRequired && (
          <PinField
            missing={attempt > 0 && secretMissing}
            onChange={setSecret}
            softwareKeyboard={enrolment.softwareKeyboard}
            value={secret}
          />
        )}
        {formats.length > 1 && (
          <ChoiceGroup
            choices={formats.map((value) => ({
              value,
              name: t(`format.${value}.name`),
              line: t(`format.${value}.line`),
            }))}
            legend={t('form.format')}
            onChange={setFormat}
            value={format}
          />
        )}
        {format === 'P12' && <P12ProfileChoice onChange={setP12Profile} value={p12Profile} />}
        <Callout title={t('form.onceTitle')} tone="warn">
          <p>{t(keyFile ? 'form.onceKeyFile' : 'form.once')}</p>
        </Callout>
        {collect.isError && <ProblemPanel error={collect.error} />}
        <Button
          fullWidth
          leftSection={<IconDownload aria-hidden="true" size={22} />}
          loading={collect.isPending}
          size="lg"
          type="submit"
        >
          {t('form.do')}
        </Button>
        {collect.isPending && (
          <p role="status" style={{ margin: 0 }}>
            {t('form.waiting')}
          </p>
        )}
      </form>
    </Card>
  );
}
