import { Button, Group } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import type { Schema } from '../../api/types';
import { offerDownload } from '../../shared/format/download';
import { type KeyFileWish, TargetChoice } from '../../shared/keyFile/TargetChoice';
import { targetOf } from '../../shared/keyFile/targets';
import { PasswordField } from '../../shared/secret/PasswordField';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { DateTime } from '../../shared/ui/DateTime';
import { Facts } from '../../shared/ui/Facts';
import { ButtonLink } from '../../shared/ui/links';
import { Page } from '../../shared/ui/Page';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import classes from './acquisition.module.css';
import { type KeyFile, useRenewFile } from './api';
import { Received } from './Received';

type Presented = Schema<'PresentedCertificate'>;

type Props = {
  readonly presented: Presented | undefined;
  readonly softwareKeyboard: boolean;
  readonly certUrl: string;
};

/** Renews the certificate of this connection: it and the log-in password say who it is, and that password opens the new file (SC-085, SC-086). */
export function RenewPage({ presented, softwareKeyboard, certUrl }: Props) {
  const { t } = useTranslation('acquisition');
  const [wish, setWish] = useState<KeyFileWish>(() => ({ target: targetOf(navigator.userAgent) }));
  const [file, setFile] = useState<KeyFile>();
  const [shown, setShown] = useState<KeyFile>();
  if (shown) {
    return (
      <Page lead={t('renewed.lead')} title={t('renewed.title')} width="text">
        <Received
          certUrl={certUrl}
          file={shown}
          onAnother={() => setShown(undefined)}
          password={t('password.logIn')}
          target={wish.target}
        />
        <Callout title={t('renewed.bothTitle')} tone="warn">
          <p>{t('renewed.both')}</p>
        </Callout>
      </Page>
    );
  }
  if (!presented?.serial || (!presented.next?.includes('RENEW') && !file)) {
    return (
      <Page title={t('renew.title')} width="text">
        <NotNow presented={presented} />
      </Page>
    );
  }
  return (
    <Page lead={t('renew.lead')} title={t('renew.title')} width="text">
      <Card title={t('renew.present')}>
        <Facts
          facts={[
            !!presented.accountName && { label: t('fact.holder'), value: presented.accountName },
            !!presented.loginId && { label: t('field.loginId.name'), value: presented.loginId },
            !!presented.notAfter && {
              label: t('fact.notAfter'),
              value: <DateTime at={presented.notAfter} relative />,
            },
          ]}
        />
      </Card>
      {presented.newer && (
        <Callout title={t('renew.againTitle')} tone="info">
          <p>{t('renew.again')}</p>
        </Callout>
      )}
      <RenewForm
        onRenewed={(made) => {
          setFile(made);
          setShown(made);
        }}
        onWish={setWish}
        softwareKeyboard={softwareKeyboard}
        wish={wish}
      />
    </Page>
  );
}

type FormProps = {
  readonly softwareKeyboard: boolean;
  readonly wish: KeyFileWish;
  readonly onWish: (wish: KeyFileWish) => void;
  readonly onRenewed: (file: KeyFile) => void;
};

function RenewForm({ softwareKeyboard, wish, onWish, onRenewed }: FormProps) {
  const { t } = useTranslation(['acquisition', 'common']);
  const renew = useRenewFile();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = isProblem(renew.error, 'log-in-failed');
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password === '' || renew.isPending) return;
    renew.mutate(
      { ...wish, password },
      {
        onSuccess: (file) => {
          offerDownload(file.blob, file.name);
          onRenewed(file);
        },
        onError: () => setTried(false),
        onSettled: () => setPassword(''),
      },
    );
  };
  return (
    <Card>
      <form className={classes.form} noValidate onSubmit={send}>
        {renew.isError && !wrong && <ProblemPanel error={renew.error} />}
        <TargetChoice mobileConfig onChange={onWish} value={wish} />
        <PasswordField
          autoComplete="current-password"
          description={t('renew.passwordHint')}
          error={wrong ? t('field.password.wrong') : tried && password === '' && t('field.password.missing')}
          id="password"
          label={t('field.logInPassword')}
          maxLength={128}
          onChange={setPassword}
          softwareKeyboard={softwareKeyboard}
          value={password}
        />
        <Group gap="sm">
          <Button
            leftSection={<IconCertificate aria-hidden="true" size={22} />}
            loading={renew.isPending}
            size="lg"
            type="submit"
          >
            {t('renew.do')}
          </Button>
          <ButtonLink size="lg" to="/login" variant="default">
            {t('common:cancel')}
          </ButtonLink>
        </Group>
        {renew.isPending && <p role="status">{t('renew.waiting')}</p>}
        <p className={classes.note}>{t('renew.lockNote')}</p>
      </form>
    </Card>
  );
}

/** Not with this certificate, or not yet: from when on, or what to do in its place. */
function NotNow({ presented }: { presented: Presented | undefined }) {
  const { t } = useTranslation('acquisition');
  const early = presented?.code === 'M-CERT-OK' && !presented.newer && presented.renewableFrom;
  return (
    <Callout title={t(presented?.newer ? 'notNow.newer' : early ? 'notNow.early' : 'notNow.title')} tone="info">
      {presented?.newer && (
        <p>
          {t('notNow.newerUntil')} <DateTime at={presented.newer.notAfter} />
        </p>
      )}
      {early && (
        <p>
          {t('notNow.from')} <DateTime at={early} relative />
        </p>
      )}
      {!presented?.newer && !early && <p>{t('notNow.text')}</p>}
      <div>
        <ButtonLink to="/login" variant="default">
          {t('toLogIn')}
        </ButtonLink>
      </div>
    </Callout>
  );
}
