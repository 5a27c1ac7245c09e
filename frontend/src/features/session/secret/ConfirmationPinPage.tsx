import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { PasswordField } from '../../../shared/secret/PasswordField';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { CheckedForm } from '../../../shared/ui/CheckedForm';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { Page } from '../../../shared/ui/Page';
import { useCheck } from '../../../shared/ui/useCheck';
import { type Session, useSession, useSetConfirmationPin } from '../api';
import classes from '../session.module.css';

/** The PIN that confirms what matters, apart from the one that logs in (HK-043). */
export function ConfirmationPinPage() {
  const { t } = useTranslation('secret');
  const session = useSession();
  const [saved, setSaved] = useState(0);
  if (!session) return null;
  const known = session.confirmationPin === 'SET';
  return (
    <Page lead={t('confirmation.lead')} title={t(known ? 'confirmation.change' : 'confirmation.set')} width="text">
      {saved > 0 && <Callout key={`saved ${saved}`} role="status" title={t('confirmation.saved')} tone="ok" />}
      {session.confirmationPin === 'UNUSED' ? (
        <EmptyState title={t('confirmation.unused')}>{t('confirmation.unusedNext')}</EmptyState>
      ) : (
        <PinForm key={saved} known={known} onSaved={() => setSaved(saved + 1)} session={session} />
      )}
    </Page>
  );
}

type FormProps = { readonly session: Session; readonly known: boolean; readonly onSaved: () => void };

function PinForm({ session, known, onSaved }: FormProps) {
  const { t } = useTranslation(['secret', 'common']);
  const save = useSetConfirmationPin();
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const currentName = known
    ? t('confirmation.current')
    : t('confirmation.byLogIn', { secret: t(`kind.${session.secret?.kind ?? 'PASSWORD'}`) });
  const check = useCheck(
    [
      current === '' && { fieldId: 'current', message: t('common:fieldMissing', { field: currentName }) },
      pin === '' && { fieldId: 'pin', message: t('common:fieldMissing', { field: t('confirmation.new') }) },
      pin !== again && { fieldId: 'again', message: t('fault.differs') },
    ],
    isProblem(save.error, 'secret-rules-broken')
      ? save.error.errors.map(({ message, code }) => ({ fieldId: 'pin', message, code }))
      : isProblem(save.error, 'current-secret-wrong')
        ? [{ fieldId: 'current', message: t('fault.fieldWrong', { field: currentName }) }]
        : [],
  );
  // Where it fails the form shows why: it is the error of the change.
  const send = () => save.mutateAsync({ current, confirmationPin: pin }).then(onSaved, () => undefined);
  return (
    <Card>
      <CheckedForm check={check} className={classes.form} error={save.error} isPending={save.isPending} onSend={send}>
        <PasswordField
          autoComplete={known ? 'off' : 'current-password'}
          error={check.at('current')}
          id="current"
          label={currentName}
          onChange={setCurrent}
          softwareKeyboard={session.softwareKeyboard}
          value={current}
        />
        <PasswordField
          autoComplete="off"
          error={check.at('pin')}
          id="pin"
          label={t('confirmation.new')}
          onChange={setPin}
          softwareKeyboard={session.softwareKeyboard}
          value={pin}
        />
        <PasswordField
          autoComplete="off"
          error={check.at('again')}
          id="again"
          label={t('confirmation.again')}
          onChange={setAgain}
          softwareKeyboard={session.softwareKeyboard}
          value={again}
        />
        <div>
          <Button loading={save.isPending} size="lg" type="submit">
            {t(known ? 'confirmation.change' : 'confirmation.set')}
          </Button>
        </div>
      </CheckedForm>
    </Card>
  );
}
