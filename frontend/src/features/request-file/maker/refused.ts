import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { parseTsv } from '../../../shared/format/tsv';
import type { RequestFile, RequestRow } from '../api';
import type { Rows } from './sheet';

/** What a result has beside the file's own columns: the outcome, the errors and the serial number. */
const RESULT_COLUMNS = 3;
const PAGE = 1000;

/** The rows of a file that were refused, each with what was wrong with it, ready to be edited. */
export const refusedRowsQuery = (id: string) =>
  queryOptions({
    queryKey: ['request-files', 'refused', id],
    queryFn: async (): Promise<{ file: RequestFile; rows: Rows }> => {
      const [file, lines, found] = await Promise.all([
        dataOf(api.GET('/api/v1/request-files/{id}', { params: { path: { id } } })),
        refusedLines(id),
        refusedRows(id),
      ]);
      // Both are in the order of the file.
      const rows = lines.map((cells, index) => ({
        cells: cells.slice(0, -RESULT_COLUMNS),
        refusals: found[index]?.errors ?? [],
      }));
      return { file, rows };
    },
    // What somebody edits is not exchanged under their hands.
    staleTime: Number.POSITIVE_INFINITY,
  });

async function refusedLines(id: string): Promise<string[][]> {
  const text = await dataOf(
    api.GET('/api/v1/request-files/{id}/result.tsv', {
      params: { path: { id }, query: { outcome: 'REFUSED', encoding: 'UTF-8' } },
      parseAs: 'text',
    }),
  );
  return parseTsv(text as string);
}

async function refusedRows(id: string): Promise<readonly RequestRow[]> {
  const rows: RequestRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await dataOf(
      api.GET('/api/v1/request-files/{id}/rows', {
        params: { path: { id }, query: { outcome: 'REFUSED', limit: PAGE, ...(cursor && { cursor }) } },
      }),
    );
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}
