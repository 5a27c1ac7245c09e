import { isShiftJis } from '../../../shared/format/shiftJis';
import { attributesOf, commonNameOf } from '../../../shared/format/text';
import type { Column, Format, Registered } from './format';
import { isBlank, type Row, type Rows } from './sheet';

/** What can be seen of a cell at once. The server checks all of it again, and more. */
export type HintCode =
  | 'required'
  | 'notEmpty'
  | 'tooLong'
  | 'quoted'
  | 'character'
  | 'digits'
  | 'choice'
  | 'serial'
  | 'mail'
  | 'dn'
  | 'registered'
  | 'csr'
  | 'fqdn'
  | 'dnsNames'
  | 'withheld'
  | 'duplicate';

export type Hint = {
  readonly column: number;
  readonly code: HintCode;
  readonly facts?: Readonly<Record<string, string | number>>;
};

const NONE: readonly Hint[] = [];
const SERVER_SUBJECT = /^CN,O,L,ST,C$/;
const CLIENT_SUBJECT = /^CN(,OU)*,O,L(,ST)?,C$/;
const CHOICES: Partial<Record<Column['field'], readonly string[]>> = {
  REVOCATION_REASON: ['0', '1', '3', '4', '5'],
  DELIVERY: ['1', '2', '3'],
};
/** What the server shows in the place of a PIN: it is kept apart from the row, and not given back. */
const WITHHELD = '***';
/** What may stand in one row of a file only. */
const UNIQUE: ReadonlySet<Column['field']> = new Set(['SERIAL', 'CSR', 'FQDN', 'P12_FILE_NAME']);

/** Looks at each row once: a row that is the same object has the same hints. */
export function hintsOf(format: Format, registered: Registered | undefined): (row: Row) => readonly Hint[] {
  const known = new WeakMap<Row, readonly Hint[]>();
  return (row) => {
    let hints = known.get(row);
    if (!hints) {
      hints = isBlank(row)
        ? NONE
        : format.columns.flatMap((column, at) => cellHints(column, at, row, format, registered));
      known.set(row, hints);
    }
    return hints;
  };
}

function cellHints(
  column: Column,
  at: number,
  row: Row,
  format: Format,
  registered: Registered | undefined,
): readonly Hint[] {
  const value = row.cells[at] ?? '';
  const hint = (code: HintCode, facts?: Hint['facts']): readonly Hint[] => [
    { column: at, code, ...(facts && { facts }) },
  ];
  if (value.trim() === '') return column.requirement === 'REQUIRED' ? hint('required') : NONE;
  if (column.requirement === 'EMPTY') return hint('notEmpty');
  const length = [...value].length;
  if (column.maxLength && length > column.maxLength) return hint('tooLong', { max: column.maxLength, length });
  if (/^".*"$/.test(value)) return hint('quoted');
  if (!isShiftJis(value)) return hint('character');
  return valueHint(column.field, value, row, format, registered, hint);
}

function valueHint(
  field: Column['field'],
  value: string,
  row: Row,
  format: Format,
  registered: Registered | undefined,
  hint: (code: HintCode, facts?: Hint['facts']) => readonly Hint[],
): readonly Hint[] {
  const choices = CHOICES[field];
  if (choices) return choices.includes(value) ? NONE : hint('choice', { choices: choices.join(', ') });
  switch (field) {
    case 'PROFILE':
      return /^\d+$/.test(value) ? NONE : hint('digits');
    case 'SERIAL':
      return /^(\d+|0[xX][0-9A-Fa-f]+)$/.test(value) ? NONE : hint('serial');
    case 'SUBSCRIBER_EMAIL':
    case 'HOLDER_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? NONE : hint('mail');
    case 'SUBJECT_DN':
      return subjectHint(value, format, registered, hint);
    case 'CSR':
      return /^M[A-Za-z0-9+/]+={0,2}$/.test(value) && value.length % 4 === 0 ? NONE : hint('csr');
    case 'FQDN': {
      const name = commonName(format.columns, row);
      return name === undefined || name.toLowerCase() === value.toLowerCase() ? NONE : hint('fqdn', { name });
    }
    case 'ACCESS_PIN':
      return value === WITHHELD ? hint('withheld') : NONE;
    case 'DNS_NAMES':
      return /^dNSName=[A-Za-z0-9.*-]+(,dNSName=[A-Za-z0-9.*-]+){0,7}$/i.test(value) ? NONE : hint('dnsNames');
    default:
      return NONE;
  }
}

function subjectHint(
  value: string,
  { kind, operation }: Format,
  registered: Registered | undefined,
  hint: (code: HintCode, facts?: Hint['facts']) => readonly Hint[],
): readonly Hint[] {
  const attributes = attributesOf(value);
  const printed = attributes.map(({ type, value: text }) => `${type}=${text}`).join(',');
  if (attributes.length === 0 || printed !== value) return hint('dn');
  // What a certificate that is to be revoked or described was called is history.
  if (operation === 'REVOKE' || operation === 'UPDATE') return NONE;
  const order = attributes.map(({ type }) => type).join();
  if (!(kind === 'CLIENT' ? CLIENT_SUBJECT : SERVER_SUBJECT).test(order)) return hint('dn');
  const wrong = attributes.find(({ type, value: text }) => (registered?.[type] ?? text) !== text);
  return wrong ? hint('registered', { attribute: wrong.type, value: registered?.[wrong.type] ?? '' }) : NONE;
}

export function commonName(columns: readonly Column[], row: Row): string | undefined {
  return commonNameOf(row.cells[columns.findIndex(({ field }) => field === 'SUBJECT_DN')] ?? '');
}

/** Whether the value of a cell stands in another row, too, and may not. */
export function duplicatesIn(rows: Rows, columns: readonly Column[]): (row: Row, column: number) => boolean {
  const counts = columns.map((column, at) => {
    const seen = new Map<string, number>();
    if (UNIQUE.has(column.field) && column.requirement !== 'EMPTY')
      for (const { cells } of rows) if (cells[at]) seen.set(cells[at], (seen.get(cells[at]) ?? 0) + 1);
    return seen;
  });
  return (row, column) => (counts[column]?.get(row.cells[column] ?? '') ?? 0) > 1;
}
