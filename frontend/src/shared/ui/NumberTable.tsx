import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './NumberTable.module.css';

export type NumberRows = readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];

type Props = {
  readonly caption: string;
  /** Whether the caption is to be seen, where no heading says the same. */
  readonly captioned?: boolean;
  readonly headings: readonly string[];
  /** The first cell names the row. */
  readonly rows: NumberRows;
  /** Columns that hold words, from 0. */
  readonly words?: readonly number[];
};

/** Numbers under headings. */
export function NumberTable({ caption, captioned = false, headings, rows, words = [0] }: Props) {
  const look = (column: number) => (words.includes(column) ? undefined : classes.number);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section aria-label={caption} className={classes.scroll} tabIndex={0}>
      <Table>
        <caption className={captioned ? classes.caption : 'visually-hidden'}>{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading, column) => (
              <Table.Th className={look(column)} key={heading} scope="col">
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <Table.Th key={headings[column]} scope="row">
                    {cell}
                  </Table.Th>
                ) : (
                  <Table.Td className={look(column)} key={headings[column]}>
                    {cell}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
