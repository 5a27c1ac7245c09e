import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/problems';
import { PasswordField } from '../../../shared/secret/PasswordField';
import { Callout } from '../../../shared/ui/Callout';
import { Card } from '../../../shared/ui/Card';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ErrorSummary, type FieldFault } from '../../../shared/ui/ErrorSummary';
import { Page } from '../../../shared/ui/Page';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
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
      {saved > 0 && <Callout key={saved} role="status" title={t('confirmation.saved')} tone="ok" />}
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
  const { t } = useTranslation('secret');
  const save = useSetConfirmationPin();
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [attempt, setAttempt] = useState(0);
  const currentName = known
    ? t('confirmation.current')
    : t('confirmation.byLogIn', { secret: t(`kind.${session.secret?.kind ?? 'PASSWORD'}`) });
  const local: (FieldFault | false)[] = [
    current === '' && { fieldId: 'current', message: t('fault.fieldMissing', { field: currentName }) },
    pin === '' && { fieldId: 'pin', message: t('fault.fieldMissing', { field: t('confirmation.new') }) },
    pin !== again && { fieldId: 'again', message: t('fault.differs') },
  ];
  const localFaults = local.filter((fault) => fault !== false);
  const refused: FieldFault[] = isProblem(save.error, 'secret-rules-broken')
    ? save.error.errors.map(({ message, code }) => ({ fieldId: 'pin', message, code }))
    : isProblem(save.error, 'current-secret-wrong')
      ? [{ fieldId: 'current', message: t('fault.fieldWrong', { field: currentName }) }]
      : [];
  const faults = attempt === 0 ? [] : localFaults.length > 0 ? localFaults : refused;
  const faultOf = (id: string) => faults.find(({ fieldId }) => fieldId === id)?.message;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (localFaults.length > 0 || save.isPending) return;
    save.mutateAsync({ current, confirmationPin: pin }).then(onSaved, () => setAttempt((before) => before + 1));
  };
  return (
    <Card>
      <form className={classes.form} noValidate onSubmit={send}>
        <ErrorSummary attempt={attempt} faults={faults} />
        {save.isError && refused.length === 0 && <ProblemPanel error={save.error} />}
        <PasswordField
          autoComplete={known ? 'off' : 'current-password'}
          error={faultOf('current')}
          id="current"
          label={currentName}
          onChange={setCurrent}
          softwareKeyboard={session.softwareKeyboard}
          value={current}
        />
        <PasswordField
          autoComplete="off"
          error={faultOf('pin')}
          id="pin"
          label={t('confirmation.new')}
          onChange={setPin}
          softwareKeyboard={session.softwareKeyboard}
          value={pin}
        />
        <PasswordField
          autoComplete="off"
          error={faultOf('again')}
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
      </form>
    </Card>
  );
}
