import { Button, PasswordInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { ChoiceGroup } from '../../shared/ui/ChoiceGroup';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type CollectedFile, type CollectionFormat, type Enrolment, useCollect } from './api';
import { save } from './save';

const ORDER: readonly CollectionFormat[] = ['FULLCHAIN', 'PEM', 'PKCS7', 'P12'];

type Props = {
  readonly token: string;
  readonly enrolment: Enrolment;
  readonly onCollected: (file: CollectedFile, format: CollectionFormat) => void;
};

/** The format, the warning, and one press. */
export function CollectForm({ token, enrolment, onCollected }: Props) {
  const { t } = useTranslation(['enrolment', 'common']);
  const formats = ORDER.filter((format) => enrolment.formats.includes(format));
  const [format, setFormat] = useState<CollectionFormat>(formats[0] ?? 'PEM');
  const [p12Profile, setP12Profile] = useState<'modern' | 'compat'>('modern');
  const [secret, setSecret] = useState('');
  const [attempt, setAttempt] = useState(0);
  const collect = useCollect(token);
  const secretMissing = enrolment.secretRequired && secret.trim() === '';

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
          save(file);
          onCollected(file, format);
        },
      },
    );
  };

  return (
    <Card title={t('form.title')}>
      <form noValidate onSubmit={send} style={{ display: 'flex', flexDirection: 'column', gap: '1.25rem' }}>
        {attempt > 0 && secretMissing && (
          <ErrorSummary attempt={attempt} faults={[{ fieldId: 'secret', message: t('form.secretMissing') }]} />
        )}
        {enrolment.secretRequired && (
          <PasswordInput
            autoComplete="one-time-code"
            description={t('form.secretHint')}
            error={attempt > 0 && secretMissing && t('form.secretMissing')}
            id="secret"
            label={`${t('form.secret')} (${t('common:required')})`}
            maxLength={64}
            onChange={(event) => setSecret(event.currentTarget.value)}
            size="md"
            value={secret}
          />
        )}
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
        {format === 'P12' && (
          <ChoiceGroup
            choices={(['modern', 'compat'] as const).map((value) => ({
              value,
              name: t(`p12.${value}.name`),
              line: t(`p12.${value}.line`),
            }))}
            legend={t('p12.legend')}
            onChange={setP12Profile}
            value={p12Profile}
          />
        )}
        <Callout title={t('form.onceTitle')} tone="warn">
          <p>{t('form.once')}</p>
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
      </form>
    </Card>
  );
}
