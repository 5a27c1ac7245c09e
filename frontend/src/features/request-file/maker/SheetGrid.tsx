// biome-ignore-all lint/a11y/useSemanticElements: elements of tables cannot be laid out as a grid that keeps only the visible rows.
// biome-ignore-all lint/a11y/useFocusableInteractive: the field of the cell one is at has the focus.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type Dispatch,
  type KeyboardEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { parseBlock } from '../../../shared/format/tsv';
import { CellInput } from './CellInput';
import { isExit, keyChange } from './keys';
import classes from './maker.module.css';
import { SheetRow } from './SheetRow';
import { type Change, type Place, type Row, type Sheet, selection } from './sheet';
import type { ShownColumn } from './shown';

/** For whoever leads somebody to a cell. */
export type SheetGridHandle = { readonly focus: () => void };

type Props = {
  readonly ref?: Ref<SheetGridHandle>;
  readonly label: string;
  readonly sheet: Sheet;
  readonly columns: readonly ShownColumn[];
  /** Which columns of a row have something wrong with them; -1 is the row as a whole. */
  readonly faulty: (row: Row) => ReadonlySet<number>;
  readonly onChange: Dispatch<Change>;
  /** What is on the clipboard is no block of cells but keys or certificates. */
  readonly onPkiText: (text: string) => void;
  readonly onNextFault: () => void;
  readonly noteId: string;
};

const ROW_HEIGHT = 36;
const HEAD_HEIGHT = 40;
const NUMBER_WIDTH = 72;

/**
 * Cells to edit (the grid of the ARIA practices): there is one field, in the cell one is at, and it holds that cell's value, so
 * that input methods and screen readers find a field like any other. Rows out of sight are not in the page.
 */
export function SheetGrid({ ref, label, sheet, columns, faulty, onChange, onPkiText, onNextFault, noteId }: Props) {
  const { t } = useTranslation('requestMaker');
  const scroller = useRef<HTMLDivElement>(null);
  const leaving = useRef(false);
  const [draft, setDraft] = useState<string>();
  const [focused, setFocused] = useState(false);
  const { rows, at } = sheet;
  const [first, last] = selection(sheet);

  // The row one is at stays in the page, or its field would lose the focus when it is scrolled away.
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), at.row])].sort((a, b) => a - b),
    [at.row],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    rangeExtractor,
    scrollMargin: 0,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
  });

  // Wherever one comes to, by whatever way, is in sight; the page itself stays where it is.
  useLayoutEffect(() => {
    virtualizer.scrollToIndex(at.row, { align: 'auto' });
    const before = columns.filter(({ index }) => index < at.column).reduce((sum, { width }) => sum + width, 0);
    const width = columns.find(({ index }) => index === at.column)?.width ?? 0;
    const box = scroller.current;
    if (!box) return;
    if (before < box.scrollLeft) box.scrollLeft = before;
    const room = box.clientWidth - NUMBER_WIDTH - width;
    if (before > box.scrollLeft + room) box.scrollLeft = Math.min(before, before - room);
  }, [at.row, at.column, columns, virtualizer]);
  useImperativeHandle(ref, () => ({ focus: () => setFocused(true) }), []);

  const edit = () => setDraft(rows[at.row]?.cells[at.column] ?? '');
  const commit = () => {
    if (draft !== undefined) onChange({ type: 'set', value: draft });
    setDraft(undefined);
  };

  // From the grid itself the tabulator leaves it (WCAG 2.1.2).
  const leave = () => {
    leaving.current = true;
    scroller.current?.focus();
  };

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys that belong to an input method.
    if (event.nativeEvent.isComposing) return;
    const editing = draft !== undefined;
    if (event.key === 'Escape') {
      setDraft(undefined);
      if (!editing) leave();
      return event.preventDefault();
    }
    if (event.key === 'F8') {
      commit();
      onNextFault();
      return event.preventDefault();
    }
    if (!editing && (event.key === 'Enter' || event.key === 'F2') && !event.ctrlKey && !event.metaKey) {
      edit();
      return event.preventDefault();
    }
    if (isExit(event, sheet, columns)) return commit();
    const change = keyChange(event, sheet, columns, editing);
    if (!change) return;
    event.preventDefault();
    commit();
    onChange(change);
  };

  const paste = (event: ClipboardEvent) => {
    if (draft !== undefined) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (/-----BEGIN [A-Z0-9 ]+-----/.test(text)) return onPkiText(text);
    const block = parseBlock(text);
    const from = columns.findIndex(({ index }) => index === first.column);
    // A whole row of a file has the hidden columns, too.
    const whole = from === 0 && block.some((line) => line.length > columns.length);
    const targets = whole
      ? (rows[0]?.cells ?? []).map((_, index) => index)
      : columns.slice(from).map(({ index }) => index);
    onChange({ type: 'paste', block, columns: targets });
  };

  const copy = (event: ClipboardEvent) => {
    if (draft !== undefined) return;
    event.preventDefault();
    const shown = columns.filter(({ index }) => index >= first.column && index <= last.column);
    const lines = rows
      .slice(first.row, last.row + 1)
      .map(({ cells }) => shown.map(({ index }) => cells[index]).join('\t'));
    event.clipboardData.setData('text/plain', lines.join('\r\n'));
    if (event.type === 'cut') onChange({ type: 'clear' });
  };

  // The same functions for every drawing, so that rows that did not change are not drawn again.
  const latest = useRef({ commit, edit });
  useLayoutEffect(() => {
    latest.current = { commit, edit };
  });
  const onEdit = useCallback(() => latest.current.edit(), []);
  const onPoint = useCallback(
    (place: Place, extend: boolean) => {
      latest.current.commit();
      setFocused(true);
      onChange({ type: 'move', to: place, extend });
    },
    [onChange],
  );

  const template = `${NUMBER_WIDTH}px ${columns.map(({ width }) => `${width}px`).join(' ')}`;
  const total = columns.reduce((sum, { width }) => sum + width, NUMBER_WIDTH);
  return (
    <div
      aria-colcount={columns.length + 1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      className={classes.grid}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        commit();
        setFocused(false);
      }}
      onCopy={copy}
      onCut={copy}
      onFocus={() => {
        setFocused(!leaving.current);
        leaving.current = false;
      }}
      onKeyDown={(event) => {
        if (event.target !== scroller.current || !/^(Enter|F2|Arrow.*)$/.test(event.key)) return;
        event.preventDefault();
        setFocused(true);
      }}
      onPaste={paste}
      ref={scroller}
      role="grid"
      tabIndex={focused ? -1 : 0}
    >
      <div className={classes.head} role="rowgroup" style={{ width: total }}>
        <div
          aria-rowindex={1}
          className={classes.row}
          role="row"
          style={{ gridTemplateColumns: template, height: HEAD_HEIGHT }}
        >
          <div aria-colindex={1} className={classes.number} role="columnheader">
            {t('grid.row')}
          </div>
          {columns.map((column, at) => (
            <div
              aria-colindex={at + 2}
              className={classes.heading}
              data-requirement={column.requirement}
              key={column.index}
              role="columnheader"
              title={`${column.number} ${column.name}`}
            >
              <span className={classes.name}>{column.name}</span>
              {column.requirement === 'REQUIRED' && <span className={classes.required}>{t('grid.required')}</span>}
            </div>
          ))}
        </div>
      </div>
      <div className={classes.body} role="rowgroup" style={{ height: virtualizer.getTotalSize(), width: total }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index] as Row;
          const here = index === at.row;
          return (
            <SheetRow
              active={here ? at.column : undefined}
              columns={columns}
              faulty={faulty(row)}
              field={
                here && (
                  <CellInput
                    describedBy={noteId}
                    draft={draft}
                    focused={focused}
                    key={`${at.row}/${at.column}`}
                    label={t('grid.cell', {
                      row: at.row + 1,
                      column: columns.find((column) => column.index === at.column)?.name ?? '',
                    })}
                    invalid={faulty(row).has(at.column)}
                    onDraft={setDraft}
                    onKeyDown={press}
                    value={row.cells[at.column] ?? ''}
                  />
                )
              }
              index={index}
              key={index}
              onEdit={onEdit}
              onPoint={onPoint}
              row={row}
              selectedFrom={index >= first.row && index <= last.row ? first.column : undefined}
              selectedTo={index >= first.row && index <= last.row ? last.column : undefined}
              start={start}
              template={template}
            />
          );
        })}
      </div>
    </div>
  );
}
