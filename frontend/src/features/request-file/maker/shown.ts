import type { Column } from './format';
import type { Rows } from './sheet';

/** A column on the screen: with its place in the row and how wide it is. */
export type ShownColumn = Column & { readonly index: number; readonly width: number };

const WIDTHS: Partial<Record<Column['field'], number>> = {
  SUBJECT_DN: 420,
  PROFILE: 160,
  DELIVERY: 130,
  SERIAL: 240,
  REVOCATION_REASON: 130,
  REVOCATION_COMMENT: 220,
  CSR: 200,
  SUBSCRIBER_EMAIL: 220,
  HOLDER_EMAIL: 220,
  FQDN: 220,
  DNS_NAMES: 300,
};
const USUAL_WIDTH = 170;

/** The columns that the format uses, and those that a file filled all the same. */
export function shownColumns(columns: readonly Column[], rows: Rows): readonly ShownColumn[] {
  return columns
    .map((column, index) => ({ ...column, index, width: WIDTHS[column.field] ?? USUAL_WIDTH }))
    .filter(({ requirement, index }) => requirement !== 'EMPTY' || rows.some(({ cells }) => cells[index]));
}
