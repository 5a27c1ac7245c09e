import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../shared/ui/ChoiceGroup';
import { Code, CodeBlock } from '../../../shared/ui/Code';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import { Facts } from '../../../shared/ui/Facts';
import { ProblemPanel } from '../../../shared/ui/ProblemPanel';
import type { KeyProof } from './api';
import { isPrivateKey, KeyTextField } from './KeyTextField';
import { csrCommand, edSignatureCommand, signatureCommand } from './proofCommands';

type Props = {
  readonly challenge: string;
  readonly keyDescription: string | undefined;
  /** Whether the key itself is known, so that a signature alone can be verified. */
  readonly signatureAccepted: boolean;
  readonly send: (proof: KeyProof) => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly submit: string;
  /** Other ways to go on. */
  readonly more?: ReactNode;
};

/** How the key is proven: the challenge, the command for it, and where what comes of it goes. */
export function ProofForm(props: Props) {
  const { t } = useTranslation(['keyCompromise', 'common']);
  const [kind, setKind] = useState<'CSR' | 'SIGNATURE'>('CSR');
  const [text, setText] = useState('');
  const [attempt, setAttempt] = useState(0);
  const proof = text.trim();
  const fault = !proof ? t(`proof.missing.${kind}`) : isPrivateKey(proof) ? t('field.privateKey') : undefined;
  const { challenge } = props;
  const command =
    kind === 'CSR'
      ? csrCommand(challenge)
      : props.keyDescription?.startsWith('Ed')
        ? edSignatureCommand(challenge)
        : signatureCommand(challenge);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!fault) props.send(kind === 'CSR' ? { csr: proof } : { signature: proof });
  };
  return (
    <form noValidate onSubmit={send}>
      <Stack>
        {attempt > 0 && fault && <ErrorSummary attempt={attempt} faults={[{ fieldId: 'proof', message: fault }]} />}
        <Facts
          facts={[{ label: t('proof.challenge'), value: <Code text={challenge} what={t('proof.challenge')} /> }]}
          layout="rows"
        />
        <ChoiceGroup
          choices={[
            { value: 'CSR' as const, name: t('proof.CSR.name'), line: t('proof.CSR.line') },
            ...(props.signatureAccepted
              ? [{ value: 'SIGNATURE' as const, name: t('proof.SIGNATURE.name'), line: t('proof.SIGNATURE.line') }]
              : []),
          ]}
          legend={t('proof.how')}
          onChange={setKind}
          row
          value={kind}
        />
        <div>
          <p>{t('proof.command')}</p>
          <CodeBlock text={command} what={t('proof.commandName')} />
        </div>
        <KeyTextField
          error={attempt > 0 ? fault : undefined}
          hint={t(`proof.${kind}.hint`)}
          id="proof"
          label={`${t(`proof.${kind}.field`)} (${t('common:required')})`}
          onChange={setText}
          placeholder={kind === 'CSR' ? '-----BEGIN CERTIFICATE REQUEST-----\nMIIB…' : 'MEUCIQ…'}
          value={text}
        />
        {props.error !== null && <ProblemPanel error={props.error} />}
        <Group gap="sm">
          <Button loading={props.pending} type="submit">
            {props.submit}
          </Button>
          {props.more}
        </Group>
      </Stack>
    </form>
  );
}
