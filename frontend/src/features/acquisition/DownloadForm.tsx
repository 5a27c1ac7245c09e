import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { offerDownload } from '../../shared/format/download';
import { commonNameOf } from '../../shared/format/text';
import { type KeyFileWish, TargetChoice } from '../../shared/keyFile/TargetChoice';
import { PasswordField } from '../../shared/secret/PasswordField';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import classes from './acquisition.module.css';
import { type Acquisition, type KeyFile, useCollectKeyFile } from './api';

type Props = {
  readonly token: string;
  readonly acquisition: Acquisition;
  readonly secret: string;
  /** Whether the acquisition password was entered on the page before, and is not asked for again. */
  readonly known: boolean;
  readonly softwareKeyboard: boolean;
  readonly wish: KeyFileWish;
  readonly onSecret: (secret: string) => void;
  readonly onWish: (wish: KeyFileWish) => void;
  readonly onReceived: (file: KeyFile) => void;
};

/** Where it is to be used, and one press (SC-033). The acquisition password opens the file, and is asked for where the page does not know it any more. */
export function DownloadForm(props: Props) {
  const { token, acquisition, secret, wish } = props;
  const { t } = useTranslation('acquisition');
  const mobileConfig = acquisition.formats.includes('MOBILECONFIG');
  const collect = useCollectKeyFile(token, mobileConfig);
  const [tried, setTried] = useState(false);
  const wrong = isProblem(collect.error, 'acquisition-password-wrong');
  // A value that was refused is asked for, whoever entered it where.
  const asked = !props.known || wrong || isProblem(collect.error, 'acquisition-password-locked');

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (secret === '' || collect.isPending) return;
    collect.mutate(
      { ...wish, secret },
      {
        onSuccess: (file) => {
          offerDownload(file.blob, file.name);
          props.onReceived(file);
        },
        onError: () => setTried(false),
      },
    );
  };

  return (
    <>
      <Callout role="status" title={t('download.ready')} tone="ok" />
      <Card title={t('download.about')}>
        <Facts
          facts={[
            { label: t('fact.name'), value: commonNameOf(acquisition.subjectDn) ?? acquisition.subjectDn },
            !!acquisition.notAfter && { label: t('fact.notAfter'), value: <DateTime at={acquisition.notAfter} /> },
            { label: t('fact.deadline'), value: <DateTime at={acquisition.deadline} relative /> },
          ]}
        />
      </Card>
      <Card title={t('download.file')}>
        <form className={classes.form} noValidate onSubmit={send}>
          {collect.isError && !wrong && <ProblemPanel error={collect.error} />}
          <TargetChoice mobileConfig={mobileConfig} onChange={props.onWish} value={wish} />
          {asked ? (
            <PasswordField
              autoComplete="off"
              description={t('download.secretHint')}
              error={
                wrong
                  ? t('field.acquisitionPassword.wrong')
                  : tried && secret === '' && t('field.acquisitionPassword.missing')
              }
              id="acquisitionPassword"
              label={t('field.acquisitionPassword.name')}
              maxLength={64}
              onChange={props.onSecret}
              softwareKeyboard={props.softwareKeyboard}
              value={secret}
            />
          ) : (
            <p>{t('download.secretKnown')}</p>
          )}
          <Button
            fullWidth
            leftSection={<IconDownload aria-hidden="true" size={22} />}
            loading={collect.isPending}
            size="lg"
            type="submit"
          >
            {t('download.do')}
          </Button>
        </form>
      </Card>
    </>
  );
}
