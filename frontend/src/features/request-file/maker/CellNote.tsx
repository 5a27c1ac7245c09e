import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../shared/ui/links';
import type { Hint } from './hints';
import classes from './maker.module.css';
import type { Refusal } from './sheet';
import type { ShownColumn } from './shown';

type Props = {
  readonly id: string;
  readonly row: number;
  readonly column: ShownColumn | undefined;
  readonly hints: readonly Hint[];
  readonly refusals: readonly Refusal[];
};

/** About the cell one is at: what belongs there, and what is wrong with what is there. */
export function CellNote({ id, row, column, hints, refusals }: Props) {
  const { t } = useTranslation(['requestMaker', 'requestFile']);
  if (!column) return null;
  return (
    <div className={classes.note} id={id}>
      <p className={classes.noteTitle}>
        {t('note.title', { row: row + 1, number: column.number, name: column.name })}{' '}
        <span className={classes.noteRule}>
          {t(`requestFile:requirement.${column.requirement}`)}
          {column.maxLength ? ` / ${t('note.max', { count: column.maxLength })}` : ''}
        </span>
      </p>
      {column.rule && <p className={classes.noteRule}>{column.rule}</p>}
      {hints.length + refusals.length > 0 && (
        <ul className={classes.faults}>
          {hints.map(({ code, facts }) => (
            <li key={code}>{t(`hint.${code}`, { ...facts })}</li>
          ))}
          {refusals.map((refusal) => (
            <li key={`${refusal.code} ${refusal.message}`}>
              {refusal.message}{' '}
              <TextLink hash={`code-${refusal.code}`} params={{ topic: 'errors' }} to="/help/$topic">
                {refusal.code}
              </TextLink>
              <span className={classes.cure}> {refusal.cure}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
