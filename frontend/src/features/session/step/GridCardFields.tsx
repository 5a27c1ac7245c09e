import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../session.module.css';

type Props = {
  readonly positions: readonly string[];
  /** All characters, in the order of the positions. */
  readonly onChange: (code: string) => void;
  readonly error?: string | undefined;
};

/** Where to look on the card, and beneath each place a field for what stands there. */
export function GridCardFields({ positions, onChange, error }: Props) {
  const { t } = useTranslation('session');
  const [cells, setCells] = useState<readonly string[]>(() => positions.map(() => ''));
  const set = (index: number, value: string) => {
    const next = cells.map((before, at) => (at === index ? value : before));
    setCells(next);
    onChange(next.every((cell) => cell.trim() !== '') ? next.map((cell) => cell.trim()).join('') : '');
  };
  return (
    <>
      <table className={classes.grid}>
        <caption className={classes.gridCaption}>{t('otp.gridCaption')}</caption>
        <thead>
          <tr>
            {positions.map((position) => (
              <th id={`cell-${position}`} key={position} scope="col">
                {position}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {positions.map((position, index) => (
              <td key={position}>
                <TextInput
                  aria-describedby={error ? 'grid-error' : undefined}
                  aria-label={t('otp.cell', { position })}
                  autoComplete="off"
                  data-autofocus={index === 0 || undefined}
                  error={Boolean(error)}
                  inputMode="numeric"
                  maxLength={4}
                  onChange={(event) => set(index, event.currentTarget.value)}
                  spellCheck={false}
                  value={cells[index]}
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {error && (
        <p className={classes.error} id="grid-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
