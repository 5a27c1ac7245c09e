import { Button, Group, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '../../shared/ui/Callout';
import { Card } from '../../shared/ui/Card';
import { Differences } from '../../shared/ui/Differences';
import { DropZone } from '../../shared/ui/DropZone';
import { ProblemPanel } from '../../shared/ui/ProblemPanel';
import { type IpAllowlistCheck, type IpAllowlistEntry, useCheckFile } from './api';
import { changesOf } from './entries';

type Props = {
  readonly present: readonly IpAllowlistEntry[];
  readonly onTaken: (entries: readonly IpAllowlistEntry[]) => void;
};

/** A list from a CSV: looked at as a whole, with every fault, before it takes the place of what is above. */
export function ImportFile({ present, onTaken }: Props) {
  const { t } = useTranslation(['ipAllowlist', 'common']);
  const [file, setFile] = useState<File>();
  const check = useCheckFile();
  return (
    <Card title={t('import.title')} tone="sunken">
      <DropZone
        accept=".csv,.txt,text/csv,text/plain"
        file={file}
        fileText={check.data?.encoding}
        hint={t('import.hint')}
        id="ip-allowlist-file"
        label={t('import.drop')}
        onFile={(chosen) => {
          setFile(chosen);
          check.mutate(chosen);
        }}
      />
      <div aria-live="polite">
        {check.isError && <ProblemPanel error={check.error} />}
        {check.data && check.data.faults.length > 0 && <Faults check={check.data} />}
        {check.data && check.data.faults.length === 0 && (
          <Preview
            check={check.data}
            onTaken={() => {
              onTaken(check.data.entries);
              check.reset();
              setFile(undefined);
            }}
            present={present}
          />
        )}
      </div>
    </Card>
  );
}

function Faults({ check }: { check: IpAllowlistCheck }) {
  const { t } = useTranslation('ipAllowlist');
  return (
    <Callout tone="bad" title={t('import.faulty', { count: check.faults.length })}>
      <Table>
        <caption className="visually-hidden">{t('import.faulty', { count: check.faults.length })}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('import.row')}</Table.Th>
            <Table.Th scope="col">{t('import.column')}</Table.Th>
            <Table.Th scope="col">{t('import.fault')}</Table.Th>
            <Table.Th scope="col">{t('import.cure')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {check.faults.map((fault) => (
            <Table.Tr key={`${fault.row}${fault.column}${fault.code}`}>
              <Table.Th scope="row">{fault.row}</Table.Th>
              <Table.Td>{t(fault.column === 1 ? 'range' : 'memo')}</Table.Td>
              <Table.Td>
                {fault.message} [{fault.code}]
              </Table.Td>
              <Table.Td>{fault.cure}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Callout>
  );
}

type PreviewProps = {
  readonly check: IpAllowlistCheck;
  readonly present: readonly IpAllowlistEntry[];
  readonly onTaken: () => void;
};

function Preview({ check, present, onTaken }: PreviewProps) {
  const { t } = useTranslation('ipAllowlist');
  const changes = changesOf(present, check.entries);
  return (
    <>
      <p>{t('import.good', { count: check.entries.length })}</p>
      {!check.admitsOwnAddress && (
        <Callout tone="warn">
          <p>{t('import.own', { address: check.ownAddress })}</p>
        </Callout>
      )}
      {changes.length === 0 ? (
        <p>{t('import.same')}</p>
      ) : (
        <>
          <Differences
            caption={t('import.changes')}
            differences={changes.map((each) => ({
              id: each.range,
              title: t(each.before ? (each.after ? 'renamed' : 'removed') : 'added'),
              before: each.before,
              after: each.after,
            }))}
          />
          <Group mt="md">
            <Button onClick={onTaken} variant="default">
              {t('import.take')}
            </Button>
          </Group>
        </>
      )}
    </>
  );
}
