import type { Attribute } from '../../../shared/format/text';
import { decodeText, parseTsv } from '../../../shared/format/tsv';
import { type CertificateContent, type CsrContent, looksLikePki, readPki } from '../../../shared/pki/files';
import type { Column, Format, KeyProfile } from './format';
import { commonName } from './hints';
import { blankRow, isBlank, type Row, type Rows, withCells } from './sheet';

/** What a dropped file holds. */
export type Content =
  | { readonly type: 'items'; readonly items: readonly (CsrContent | CertificateContent)[] }
  | { readonly type: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'private-key' | 'unreadable' | 'too-large' };

/** What became of a file, for whoever dropped it. */
export type Note = {
  readonly file: string;
  readonly type: 'csr' | 'certificate' | 'rows' | 'cut' | 'unused' | 'private-key' | 'unreadable' | 'too-large';
  readonly count: number;
};

const MAX_BYTES = 64 * 1024 * 1024;
/** Results of this service have three columns more: the outcome, the errors, the serial number. */
const RESULT_COLUMNS = 3;

export async function read(file: File): Promise<Content> {
  if (file.size > MAX_BYTES) return { type: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (looksLikePki(bytes)) {
    const content = await readPki(bytes);
    return content.type === 'found' ? { type: 'items', items: content.items } : content;
  }
  const { text } = decodeText(bytes);
  const rows = text.includes('\u0000') ? [] : parseTsv(text);
  return rows.some((cells) => cells.length > 1) ? { type: 'rows', rows } : { type: 'unreadable' };
}

/** The rows with what the file holds: requests and certificates go to the row of their common name or to one of their own. */
export function take(
  rows: Rows,
  file: string,
  content: Content,
  format: Format,
  profiles: readonly KeyProfile[],
): { readonly rows: Rows; readonly notes: readonly Note[] } {
  switch (content.type) {
    case 'items':
      return takeItems(rows, file, content.items, format, profiles);
    case 'rows': {
      const width = format.columns.length;
      const fitted = content.rows.map((cells) => fit(withoutResult(cells, width), width));
      const cut = fitted.filter(({ lost }) => lost).length;
      return {
        rows: [...rows.filter((row) => !isBlank(row)), ...fitted.map(({ cells }) => ({ cells }))],
        notes: [
          { file, type: 'rows', count: fitted.length },
          ...(cut > 0 ? [{ file, type: 'cut', count: cut } as const] : []),
        ],
      };
    }
    default:
      return { rows, notes: [{ file, type: content.type, count: 0 }] };
  }
}

function takeItems(
  rows: Rows,
  file: string,
  items: readonly (CsrContent | CertificateContent)[],
  format: Format,
  profiles: readonly KeyProfile[],
) {
  const all = rows.filter((row) => !isBlank(row));
  const counts = { csr: 0, certificate: 0, unused: 0 };
  for (const item of items) {
    const values = valuesOf(item, format, profiles);
    if (!values) {
      counts.unused++;
      continue;
    }
    counts[item.type]++;
    const name = item.subject.find(({ type }) => type === 'CN')?.value;
    const main = item.type === 'csr' ? 'CSR' : 'SERIAL';
    const at = all.findIndex((row) => cellOf(row, main, format) === '' && commonName(format.columns, row) === name);
    const row = all[at] ?? blankRow(format.columns.length);
    // The request decides what its row says; what else is known only completes it.
    const news = [...values].filter(([column, value]) => value && (item.type === 'csr' || !row.cells[column]));
    all.splice(at < 0 ? all.length : at, at < 0 ? 0 : 1, withCells(row, new Map(news)));
  }
  const notes = (['csr', 'certificate', 'unused'] as const)
    .filter((type) => counts[type] > 0)
    .map((type): Note => ({ file, type, count: counts[type] }));
  return { rows: all, notes };
}

function cellOf(row: Row, field: Column['field'], { columns }: Format): string {
  return row.cells[columns.findIndex((column) => column.field === field)] ?? '';
}

/** What the item says in which column; undefined where files of this format have no place for it. */
function valuesOf(
  item: CsrContent | CertificateContent,
  { kind, columns }: Format,
  profiles: readonly KeyProfile[],
): ReadonlyMap<number, string> | undefined {
  const name = item.subject.find(({ type }) => type === 'CN')?.value ?? '';
  const common = { SUBJECT_DN: subjectText(item.subject), FQDN: name, DNS_NAMES: dnsNames(item.dnsNames, name) };
  const values: Partial<Record<Column['field'], string>> =
    item.type === 'csr'
      ? { ...common, CSR: item.base64, PROFILE: profileOf(item.key, kind, profiles) }
      : { ...common, SERIAL: item.serial, HOLDER_EMAIL: item.emails[0] ?? '' };
  const place = (field: Column['field']) =>
    columns.findIndex((column) => column.field === field && column.requirement !== 'EMPTY');
  if (place(item.type === 'csr' ? 'CSR' : 'SERIAL') < 0) return undefined;
  const placed = Object.entries(values).map(([field, value]) => [place(field as Column['field']), value] as const);
  return new Map(placed.filter(([column]) => column >= 0));
}

export function subjectText(subject: readonly Attribute[]): string {
  return subject.map(({ type, value }) => `${type}=${value}`).join(',');
}

/** Empty where there is none but the common name: the server adds that one by itself. */
function dnsNames(names: readonly string[], name: string): string {
  return names.some((one) => one.toLowerCase() !== name.toLowerCase())
    ? names.map((one) => `dNSName=${one}`).join(',')
    : '';
}

/** The profile that takes keys of this kind, where there is just one. */
function profileOf(key: string, kind: string, profiles: readonly KeyProfile[]): string {
  const [only, another] = profiles.filter((profile) => profile.kind === kind && profile.keys.includes(key));
  return only && !another ? only.id : '';
}

function withoutResult(cells: readonly string[], width: number): readonly string[] {
  const isResult = cells.length === width + RESULT_COLUMNS && /^(OK|NG)$/.test(cells[width] ?? '');
  return isResult ? cells.slice(0, width) : cells;
}

/** As many cells as the format has columns; older files have fewer. */
export function fit(
  cells: readonly string[],
  width: number,
): { readonly cells: readonly string[]; readonly lost: boolean } {
  const lost = cells.slice(width).some((cell) => cell.trim() !== '');
  return { cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''), lost };
}
