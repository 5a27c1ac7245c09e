import { Button, Group } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problems';
import { offerDownload } from '../../shared/format/download';
import { Card } from '../../shared/ui/Card';
import { ConfirmChange } from '../../shared/ui/ConfirmChange';
import { ErrorSummary, type FieldFault } from '../../shared/ui/ErrorSummary';
import { UnsavedChanges } from '../../shared/ui/UnsavedChanges';
import { type IpAllowlist, useChangeIpAllowlist } from './api';
import { changesOf, csvOf, entriesOf, filled, type Row, rowOf, rowsOf } from './entries';
import { ImportFile } from './ImportFile';
import classes from './ipAllowlist.module.css';
import { Rows } from './Rows';
import { SelfLockOut } from './SelfLockOut';

const MOST = 500;

type Props = { readonly list: IpAllowlist; readonly minutes: number; readonly tenant: string | undefined };

/** The whole list, typed or imported. Nothing holds before the last question. */
export function Editor({ list, minutes, tenant }: Props) {
  const { t } = useTranslation(['ipAllowlist', 'common']);
  const present = list.trial?.entries ?? list.entries;
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(present));
  const [asking, setAsking] = useState<'change' | 'lockOut'>();
  const [comment, setComment] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [faults, setFaults] = useState<readonly (FieldFault & { readonly fieldId: string })[]>([]);
  const change = useChangeIpAllowlist(tenant, list.version);

  const changes = changesOf(present, entriesOf(rows));
  const edit = (next: readonly Row[]) => {
    setRows(next);
    setFaults([]);
  };
  const send = (why: string, confirmed: boolean) => {
    setComment(why);
    const sent = filled(rows);
    change.mutate(
      { entries: entriesOf(rows), comment: why, ...(confirmed && { confirmed }) },
      {
        onError: (error) => {
          if (isProblem(error, 'own-address-missing')) setAsking('lockOut');
          if (isProblem(error, 'ip-allowlist-faulty')) {
            setFaults(
              error.errors.map((one) => {
                const [, , index, column] = (one.pointer ?? '').split('/');
                return {
                  fieldId: `${sent[Number(index)]?.key ?? ''}-${column}`,
                  message: t('fault', { row: Number(index) + 1, message: one.message }),
                  cure: one.cure,
                  code: one.code,
                };
              }),
            );
            setAttempt(attempt + 1);
            setAsking(undefined);
          }
        },
      },
    );
  };
  const askToSave = (event: FormEvent) => {
    event.preventDefault();
    change.reset();
    setAsking('change');
  };
  const ownIsListed = rows.some((row) => row.range.trim() === list.ownAddress);

  return (
    <form className={classes.column} onSubmit={askToSave}>
      <UnsavedChanges when={changes.length > 0} />
      <ErrorSummary attempt={attempt} faults={faults} />
      <Card
        actions={
          <Button
            leftSection={<IconDownload aria-hidden="true" size={18} />}
            onClick={() =>
              offerDownload(
                new Blob([csvOf(present, [t('range'), t('memo')])], { type: 'text/csv;charset=utf-8' }),
                'ip-allowlist.csv',
              )
            }
            variant="default"
          >
            {t('export')}
          </Button>
        }
        title={t('entries', { count: filled(rows).length, most: MOST })}
      >
        <p className={classes.own}>
          {t('own')} <strong>{list.ownAddress}</strong>
        </p>
        <Rows faults={faults} onChange={edit} rows={rows} />
        <Group gap="sm">
          <Button
            disabled={rows.length >= MOST}
            leftSection={<IconPlus aria-hidden="true" size={18} />}
            onClick={() => edit([...rows, rowOf()])}
            variant="default"
          >
            {t('add')}
          </Button>
          {!tenant && !ownIsListed && (
            <Button
              disabled={rows.length >= MOST}
              onClick={() => edit([...filled(rows), rowOf(list.ownAddress, t('ownMemo'))])}
              variant="default"
            >
              {t('addOwn')}
            </Button>
          )}
        </Group>
      </Card>
      <ImportFile onTaken={(entries) => edit(rowsOf(entries))} present={present} />
      <Group>
        <Button disabled={changes.length === 0} size="lg" type="submit">
          {t('save')}
        </Button>
      </Group>
      <ConfirmChange
        action={t('apply')}
        differences={changes.map((each) => ({
          id: each.range,
          title: t(each.before ? (each.after ? 'renamed' : 'removed') : 'added'),
          before: each.before,
          after: each.after,
        }))}
        error={change.error}
        isPending={change.isPending}
        lead={entriesOf(rows).length === 0 ? t('applyEmpty') : t('applyLead')}
        onClose={() => setAsking(undefined)}
        onConfirm={(why) => send(why, false)}
        opened={asking === 'change'}
        title={t('applyTitle')}
      />
      <SelfLockOut
        address={list.ownAddress}
        error={isProblem(change.error, 'own-address-missing') ? null : change.error}
        isPending={change.isPending}
        minutes={minutes}
        onAddOwn={() => {
          edit([...filled(rows), rowOf(list.ownAddress, t('ownMemo'))]);
          setAsking(undefined);
        }}
        onClose={() => setAsking(undefined)}
        onTry={() => send(comment, true)}
        opened={asking === 'lockOut'}
      />
    </form>
  );
}
