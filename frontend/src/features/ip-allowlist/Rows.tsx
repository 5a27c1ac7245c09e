import { ActionIcon, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../shared/ui/ErrorSummary';
import type { Row } from './entries';
import classes from './ipAllowlist.module.css';

type Props = {
  readonly rows: readonly Row[];
  readonly faults: readonly FieldFault[];
  readonly onChange: (rows: readonly Row[]) => void;
};

/** One line an entry: the address or network, what is there, and a way to drop it. */
export function Rows({ rows, faults, onChange }: Props) {
  const { t } = useTranslation('ipAllowlist');
  if (rows.length === 0) return <p>{t('none')}</p>;
  const faultOf = (id: string) => faults.find((fault) => fault.fieldId === id)?.message;
  const set = (row: Row, change: Partial<Row>) =>
    onChange(rows.map((each) => (each.key === row.key ? { ...each, ...change } : each)));
  return (
    <div className={classes.scroll}>
      <table className={classes.rows}>
        <caption className="visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('range')}</th>
            <th scope="col">{t('memo')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.key}>
              <td>
                <TextInput
                  aria-label={t('rangeOf', { row: index + 1 })}
                  autoCapitalize="none"
                  autoComplete="off"
                  error={faultOf(`${row.key}-range`)}
                  id={`${row.key}-range`}
                  maxLength={64}
                  onChange={(event) => set(row, { range: event.currentTarget.value })}
                  placeholder="192.0.2.0/24"
                  spellCheck={false}
                  value={row.range}
                />
              </td>
              <td>
                <TextInput
                  aria-label={t('memoOf', { row: index + 1 })}
                  error={faultOf(`${row.key}-memo`)}
                  id={`${row.key}-memo`}
                  maxLength={100}
                  onChange={(event) => set(row, { memo: event.currentTarget.value })}
                  value={row.memo}
                />
              </td>
              <td>
                <ActionIcon
                  aria-label={t('remove', { row: index + 1, range: row.range })}
                  color="red"
                  onClick={() => onChange(rows.filter((each) => each.key !== row.key))}
                  size={44}
                  variant="subtle"
                >
                  <IconTrash aria-hidden="true" size={20} />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
