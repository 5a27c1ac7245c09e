import { Button, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problems';
import { ErrorSummary } from '../../shared/ui/ErrorSummary';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { CertificatesField } from './CertificatesField';

type Props = {
  readonly send: (certificates: string) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly label: string;
  readonly aside?: ReactNode;
};

/** Sends certificates; everything that is wrong with them is said at once. */
export function CertificatesForm({ send, isPending, error, label, aside }: Props) {
  const { t } = useTranslation('authority');
  const [certificates, setCertificates] = useState('');
  const [attempt, setAttempt] = useState(0);
  const empty = certificates.trim() === '';
  const refused = error instanceof ApiProblem && error.errors.length > 0 ? error : undefined;
  const faults =
    attempt > 0 && empty
      ? [{ fieldId: 'certificates', message: t('upload.missing') }]
      : (refused?.errors ?? []).map(({ message, code, cure }) => ({ fieldId: 'certificates', message, code, cure }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (!empty) send(certificates);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ErrorSummary attempt={attempt + (refused ? 0.5 : 0)} faults={faults} />
        {error && !refused && <ProblemPanel error={error} />}
        <CertificatesField error={faults[0]?.message} onChange={setCertificates} value={certificates} />
        <Group gap="sm">
          <Button loading={isPending} type="submit">
            {label}
          </Button>
          {aside}
        </Group>
      </Stack>
    </form>
  );
}
