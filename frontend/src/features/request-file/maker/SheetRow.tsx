// biome-ignore-all lint/a11y/useSemanticElements: elements of tables cannot be laid out as a grid that keeps only the visible rows.
// biome-ignore-all lint/a11y/useFocusableInteractive: the field of the cell one is at has the focus.
import { type MouseEvent, memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './maker.module.css';
import type { Place, Row } from './sheet';
import type { ShownColumn } from './shown';

type Props = {
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly template: string;
  readonly columns: readonly ShownColumn[];
  readonly faulty: ReadonlySet<number>;
  /** The column one is at, if it is in this row, and its field. */
  readonly active: number | undefined;
  readonly field: ReactNode;
  /** The selected columns of this row, if any. */
  readonly selectedFrom: number | undefined;
  readonly selectedTo: number | undefined;
  readonly onPoint: (place: Place, extend: boolean) => void;
  readonly onEdit: () => void;
};

/** Drawn again only when it changed: with 10,000 rows a key must not cost more than its own row. */
export const SheetRow = memo(function SheetRow(props: Props) {
  const { row, index, columns, faulty, active, selectedFrom = 1, selectedTo = 0, onPoint } = props;
  const { t } = useTranslation('requestMaker');
  const point = (column: number) => (event: MouseEvent) => {
    if (event.button !== 0 || column === active) return;
    event.preventDefault();
    onPoint({ row: index, column }, event.shiftKey);
  };
  return (
    <div
      aria-rowindex={index + 2}
      className={classes.row}
      role="row"
      style={{ gridTemplateColumns: props.template, transform: `translateY(${props.start}px)` }}
    >
      <div
        aria-colindex={1}
        className={classes.number}
        data-faulty={faulty.size > 0 || undefined}
        onMouseDown={(event) => {
          event.preventDefault();
          onPoint({ row: index, column: columns[0]?.index ?? 0 }, event.shiftKey);
          onPoint({ row: index, column: columns.at(-1)?.index ?? 0 }, true);
        }}
        role="rowheader"
      >
        {faulty.size > 0 && (
          <span aria-hidden="true" className={classes.mark}>
            !
          </span>
        )}
        {index + 1}
        {faulty.size > 0 && <span className="visually-hidden">{t('grid.faulty')}</span>}
      </div>
      {columns.map((column, at) => (
        <div
          aria-colindex={at + 2}
          aria-invalid={faulty.has(column.index) || undefined}
          aria-selected={column.index >= selectedFrom && column.index <= selectedTo}
          className={classes.cell}
          data-active={column.index === active || undefined}
          key={column.index}
          onDoubleClick={props.onEdit}
          onMouseDown={point(column.index)}
          onMouseEnter={(event) => {
            if (event.buttons === 1) onPoint({ row: index, column: column.index }, true);
          }}
          role="gridcell"
        >
          {column.index === active ? props.field : row.cells[column.index]}
        </div>
      ))}
    </div>
  );
});
