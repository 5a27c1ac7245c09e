import { Stack } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operationsOf } from '../../../api/requestFiles';
import { Card } from '../../../shared/ui/Card';
import { ChoiceGroup } from '../../../shared/ui/ChoiceGroup';
import { ErrorSummary } from '../../../shared/ui/ErrorSummary';
import type { Door } from './api';
import { CsrFields } from './CsrFields';
import { FileFields } from './FileFields';
import { CheckStep, HandInStep } from './HandingInSteps';
import { type CsrInput, csrFaults, MOST_BYTES, type Operation, ofCsr, ofFile, takesCsr } from './input';
import { useHandingIn } from './useHandingIn';

type Way = 'csr' | 'file' | 'make';

const WAYS: readonly Way[] = ['csr', 'file', 'make'];

/** What makes a file on screen: it hands over the file whenever it changes, undefined while it has no rows. */
export type Making = {
  readonly kind: Door['kind'];
  readonly operation: Operation;
  readonly onFile: (file: File | undefined) => void;
};

type Props = {
  readonly door: Door;
  readonly token: string;
  readonly maker: (making: Making) => ReactNode;
  readonly onDone: () => void;
};

/** One CSR, or a file that was there before or is made here; checked, and handed in when nothing is wrong with it. */
export function HandInForm({ door, token, maker, onDone }: Props) {
  const { t } = useTranslation('submission');
  const [way, setWay] = useState<Way>(takesCsr(door.kind) ? 'csr' : 'file');
  const [csr, setCsr] = useState<CsrInput>({
    csr: '',
    name: door.name,
    unit: '',
    email: door.email ?? '',
    software: '',
    dnsNames: '',
  });
  const [file, setFile] = useState<File>();
  const [operation, setOperation] = useState<Operation>(operationsOf(door.kind)[0]);
  const [attempt, setAttempt] = useState(0);
  const handing = useHandingIn(token, onDone);
  const { changed } = handing;
  const take = useCallback(
    (value: File | undefined) => {
      setFile(value);
      changed();
    },
    [changed],
  );
  const faults =
    way === 'csr'
      ? csrFaults(csr).map((fault) => ({ fieldId: `door-${fault}`, message: t(`door.fault.${fault}`) }))
      : [
          !file && {
            fieldId: way === 'file' ? 'door-file' : undefined,
            message: t(way === 'file' ? 'door.fault.file' : 'door.fault.rows'),
          },
          file && file.size > MOST_BYTES && { fieldId: 'door-file', message: t('door.fault.large') },
        ].filter((fault) => fault !== false && fault !== undefined);
  const look = async () => {
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    const handed = way === 'csr' || !file ? ofCsr(csr) : await ofFile(file, operation);
    handing.look(handed);
  };

  return (
    <>
      <Card title={t('door.what')}>
        <Stack gap="lg">
          {attempt > 0 && <ErrorSummary attempt={attempt} faults={faults} />}
          <ChoiceGroup
            choices={WAYS.filter((value) => value !== 'csr' || takesCsr(door.kind)).map((value) => ({
              value,
              name: t(`door.way.${value}.name`),
              line: t(`door.way.${value}.line`, { rows: door.maxRows }),
            }))}
            legend={t('door.ways')}
            onChange={(value) => {
              setWay(value);
              setAttempt(0);
              take(undefined);
            }}
            value={way}
          />
          {way === 'csr' ? (
            <CsrFields
              faults={attempt > 0 ? csrFaults(csr) : []}
              onChange={(value) => {
                setCsr(value);
                changed();
              }}
              server={door.kind === 'SERVER'}
              value={csr}
            />
          ) : (
            <FileFields
              file={file}
              kind={door.kind}
              onFile={way === 'file' ? take : undefined}
              onOperation={(value) => {
                setOperation(value);
                changed();
              }}
              operation={operation}
            />
          )}
          {way === 'make' && maker({ kind: door.kind, operation, onFile: take })}
          <CheckStep handing={handing} onLook={look} />
        </Stack>
      </Card>
      <HandInStep handing={handing} />
    </>
  );
}
