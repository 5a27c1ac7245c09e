import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowRight,
  IconCopy,
  IconRowInsertBottom,
  IconRowRemove,
  IconTableDown,
} from '@tabler/icons-react';
import {
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format/text';
import { useLanguage } from '../../../shared/i18n/useLanguage';
import { Card } from '../../../shared/ui/Card';
import { Status } from '../../../shared/ui/Status';
import { UnsavedChanges } from '../../../shared/ui/UnsavedChanges';
import { CellNote } from './CellNote';
import { Downloads } from './Downloads';
import type { Format, KeyProfile, Registered } from './format';
import { duplicatesIn, type Hint, hintsOf } from './hints';
import { Intake } from './Intake';
import { fit, type Note, read, take } from './intake';
import { KeyGuide } from './KeyGuide';
import classes from './maker.module.css';
import { SheetGrid, type SheetGridHandle } from './SheetGrid';
import { blankRow, change, isBlank, type Row, type Rows, sheetOf } from './sheet';
import { shownColumns } from './shown';

/** The file as far as it is made. */
export type Made = {
  readonly rows: readonly (readonly string[])[];
  /** How many cells have something wrong with them that can be seen here. */
  readonly faults: number;
};

type Props = {
  readonly format: Format;
  readonly start?: Rows | undefined;
  readonly profiles?: readonly KeyProfile[] | undefined;
  readonly registered?: Registered | undefined;
  readonly children: (made: Made) => ReactNode;
};

const NO_PROFILES: readonly KeyProfile[] = [];

export function Maker({ format, start, profiles = NO_PROFILES, registered, children }: Props) {
  const { t } = useTranslation('requestMaker');
  const language = useLanguage();
  const noteId = useId();
  const grid = useRef<SheetGridHandle>(null);
  const { columns } = format;
  const [sheet, dispatch] = useReducer(change, start ?? [blankRow(columns.length)], sheetOf);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const shown = useMemo(() => shownColumns(columns, sheet.rows), [columns, sheet.rows]);
  // A column that is no longer there, because its last value was cleared or the operation changed, leaves one at the first.
  useEffect(() => {
    const first = shown[0];
    if (first && !shown.some(({ index }) => index === sheet.at.column))
      dispatch({ type: 'move', to: { row: sheet.at.row, column: first.index } });
  }, [shown, sheet.at]);
  const hints = useMemo(() => hintsOf(format, registered), [format, registered]);
  const isDuplicate = useMemo(() => duplicatesIn(sheet.rows, columns), [sheet.rows, columns]);
  const faulty = useMemo(() => {
    const known = new WeakMap<Row, ReadonlySet<number>>();
    return (row: Row): ReadonlySet<number> => {
      let faults = known.get(row);
      if (!faults) {
        faults = faultyColumns(row, hints(row), isDuplicate);
        known.set(row, faults);
      }
      return faults;
    };
  }, [hints, isDuplicate]);
  const filled = useMemo(() => sheet.rows.filter((row) => !isBlank(row)), [sheet.rows]);
  const made = useMemo(() => filled.map(({ cells }) => fit(cells, columns.length).cells), [filled, columns.length]);
  const faults = useMemo(() => filled.reduce((sum, row) => sum + faulty(row).size, 0), [filled, faulty]);

  // Reading takes a while, in which people go on typing: files are added to what is there when they were read.
  const latest = useRef(sheet.rows);
  useLayoutEffect(() => {
    latest.current = sheet.rows;
  }, [sheet.rows]);
  const takeFiles = useCallback(
    async (files: readonly File[]) => {
      const contents = await Promise.all(files.map(async (file) => [file.name, await read(file)] as const));
      const news: Note[] = [];
      let rows = latest.current;
      for (const [name, content] of contents) {
        const taken = take(rows, name, content, format, profiles);
        rows = taken.rows;
        news.push(...taken.notes);
      }
      setNotes(news);
      dispatch({ type: 'replace', rows: rows.length > 0 ? rows : [blankRow(columns.length)] });
    },
    [format, profiles, columns.length],
  );

  const { at, rows } = sheet;
  const here = rows[at.row] ?? blankRow(columns.length);
  const ownHints = hints(here).filter(({ column }) => column === at.column);
  const twice: readonly Hint[] = isDuplicate(here, at.column) ? [{ column: at.column, code: 'duplicate' }] : [];
  const refusals = (here.refusals ?? []).filter(({ column }) => column === 0 || column === at.column + 1);

  const toNext = () => {
    const to = nextFault(rows, at, faulty);
    if (!to) return;
    dispatch({ type: 'move', to });
    grid.current?.focus();
  };

  return (
    <>
      <UnsavedChanges when={filled.length > 0 && sheet.past.length > 0} />
      <Intake format={format} notes={notes} onFiles={takeFiles} />
      <Card title={t('grid.title')}>
        <div className={classes.toolbar} role="toolbar" aria-label={t('tool.label')}>
          <Tool icon={<IconRowInsertBottom />} name={t('tool.insert')} onClick={() => dispatch({ type: 'insert' })} />
          <Tool icon={<IconCopy />} name={t('tool.duplicate')} onClick={() => dispatch({ type: 'duplicate' })} />
          <Tool icon={<IconRowRemove />} name={t('tool.delete')} onClick={() => dispatch({ type: 'delete' })} />
          <Tool
            icon={<IconTableDown />}
            name={t('tool.fill')}
            onClick={() => dispatch({ type: 'fill', toEnd: sheet.at.row === sheet.from.row })}
          />
          <Tool
            disabled={sheet.past.length === 0}
            icon={<IconArrowBackUp />}
            name={t('tool.undo')}
            onClick={() => dispatch({ type: 'undo' })}
          />
          <Tool
            disabled={sheet.future.length === 0}
            icon={<IconArrowForwardUp />}
            name={t('tool.redo')}
            onClick={() => dispatch({ type: 'redo' })}
          />
          <div className={classes.summary}>
            <div className={classes.counts} role="status">
              <span>{t('summary.rows', { count: filled.length, value: formatNumber(filled.length, language) })}</span>
              {faults > 0 ? (
                <Status tone="bad">
                  {t('summary.faults', { count: faults, value: formatNumber(faults, language) })}
                </Status>
              ) : (
                filled.length > 0 && <Status tone="ok">{t('summary.clean')}</Status>
              )}
            </div>
            {faults > 0 && (
              <Button
                onClick={toNext}
                rightSection={<IconArrowRight aria-hidden="true" size={16} />}
                size="sm"
                variant="light"
              >
                {t('summary.next')}
              </Button>
            )}
          </div>
        </div>
        <SheetGrid
          columns={shown}
          faulty={faulty}
          label={t('grid.title')}
          noteId={noteId}
          onChange={dispatch}
          onNextFault={toNext}
          onPkiText={(text) => void takeFiles([new File([text], t('intake.pasted'))])}
          ref={grid}
          sheet={sheet}
        />
        <CellNote
          column={shown.find(({ index }) => index === at.column)}
          hints={[...ownHints, ...twice]}
          id={noteId}
          refusals={refusals}
          row={at.row}
        />
        <KeyGuide />
        <Downloads format={format} rows={made} />
      </Card>
      {children({ rows: made, faults })}
    </>
  );
}

function Tool(props: { icon: ReactNode; name: string; onClick: () => void; disabled?: boolean }) {
  return (
    <Button disabled={props.disabled} leftSection={props.icon} onClick={props.onClick} size="sm" variant="default">
      {props.name}
    </Button>
  );
}

function faultyColumns(
  row: Row,
  hints: readonly Hint[],
  isDuplicate: (row: Row, column: number) => boolean,
): ReadonlySet<number> {
  const columns = new Set(hints.map(({ column }) => column));
  for (const { column } of row.refusals ?? []) columns.add(column - 1);
  row.cells.forEach((_, column) => {
    if (isDuplicate(row, column)) columns.add(column);
  });
  return columns;
}

/** The next cell with something wrong, from the one one is at; after the last one the first. */
function nextFault(rows: Rows, at: { row: number; column: number }, faulty: (row: Row) => ReadonlySet<number>) {
  for (let i = 0; i <= rows.length; i++) {
    const row = (at.row + i) % rows.length;
    const columns = [...faulty(rows[row] as Row)].map((column) => Math.max(0, column)).sort((a, b) => a - b);
    const column = columns.find((one) => i > 0 || one > at.column);
    if (column !== undefined) return { row, column };
  }
  return undefined;
}
