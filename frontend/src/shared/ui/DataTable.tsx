import { ActionIcon, Button, Checkbox, Group, Menu, Skeleton, Table, Tooltip, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconArrowDown, IconArrowsSort, IconChevronLeft, IconChevronRight, IconColumns3 } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/text';
import { useLanguage } from '../i18n/useLanguage';
import classes from './DataTable.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** A column that names the row: always shown, and the row's header for a screen reader. */
  readonly primary?: boolean;
  readonly hidden?: boolean;
  readonly align?: 'right';
  readonly wide?: boolean;
  /** Of a sign or a number, under a header that may take several lines. */
  readonly narrow?: boolean;
  /** Stays where it is while the others are scrolled. */
  readonly sticky?: { readonly left: string; readonly width: string };
  /** A title over neighbouring columns. */
  readonly group?: string;
  /** The value of the URL's `sort` that orders by this column; two, where it is pressed again for the other way round. */
  readonly sort?: string | { readonly ascending: string; readonly descending: string };
};

export type ListPage<Row> = {
  readonly items: readonly Row[];
  readonly next?: string | undefined;
  readonly previous?: string | undefined;
  readonly total: { readonly value: number; readonly exact: boolean };
};

/** Rows that are dealt with together. They stay selected on other pages of the list. */
export type Selection<Row> = {
  readonly keys: ReadonlySet<string>;
  readonly onChange: (keys: ReadonlySet<string>) => void;
  /** What a screen reader calls the row. */
  readonly nameOf: (row: Row) => string;
  readonly isSelectable: (row: Row) => boolean;
  /** What may be done with them. */
  readonly actions?: ReactNode;
  /** Whether the heading of the column that names the rows selects the page, too (DN-013). */
  readonly byHeading?: boolean;
};

export type DataTableProps<Row> = {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while the first page is on its way. */
  readonly page: ListPage<Row> | undefined;
  /** The page on show belongs to the previous filter. */
  readonly stale?: boolean;
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Rows that are not what they will be yet. */
  readonly isPending?: (row: Row) => boolean;
  readonly openKey?: string | undefined;
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string) => void;
  readonly onCursor: (cursor: string | undefined) => void;
  readonly cursor?: string | undefined;
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
  readonly selection?: Selection<Row> | undefined;
};

/** A list of the server: 100 rows a page by cursor; filter, order and page are in the URL. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const { name, columns, page, rowKey } = props;
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: `shomei.columns.${name}`,
    defaultValue: columns.filter((column) => column.hidden).map((column) => column.id),
    getInitialValueInEffect: false,
  });
  const shown = columns.filter((column) => column.primary || !hidden.includes(column.id));

  if (page && page.items.length === 0 && !props.cursor) return props.empty;

  const open = (row: Row) => (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest('a,button,input,label') || getSelection()?.toString()) return;
    props.onOpen?.(row);
  };

  return (
    <div className={classes.wrap}>
      <Group className={classes.bar} gap="sm" justify="space-between">
        {props.selection && props.selection.keys.size > 0 ? (
          <Selected selection={props.selection} />
        ) : (
          <Count page={page} />
        )}
        <Group gap="xs">
          {props.tools}
          <ColumnMenu columns={columns} hidden={hidden} onChange={setHidden} />
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={props.caption} className={classes.scroll} tabIndex={0}>
        <Table aria-busy={!page || props.stale} className={classes.table} data-stale={props.stale || undefined}>
          <caption className="visually-hidden">{props.caption}</caption>
          <Table.Thead>
            <GroupRow columns={shown} selectable={props.selection !== undefined} />
            <Table.Tr>
              {props.selection && <SelectPage page={page} rowKey={rowKey} selection={props.selection} />}
              {shown.map((column) =>
                column.primary && props.selection?.byHeading ? (
                  <SelectingHeader
                    column={column}
                    key={column.id}
                    page={page}
                    rowKey={rowKey}
                    selection={props.selection}
                  />
                ) : (
                  <HeaderCell column={column} key={column.id} onSort={props.onSort} sort={props.sort} />
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page
              ? page.items.map((row) => (
                  <Table.Tr
                    className={props.onOpen && classes.row}
                    data-open={props.openKey === rowKey(row) || undefined}
                    data-pending={props.isPending?.(row) || undefined}
                    key={rowKey(row)}
                    onClick={props.onOpen && open(row)}
                  >
                    {props.selection && <SelectRow row={row} rowKey={rowKey} selection={props.selection} />}
                    {shown.map((column) => (
                      <Table.Td
                        className={column.wide ? classes.wide : undefined}
                        component={column.primary ? 'th' : 'td'}
                        data-align={column.align}
                        data-narrow={column.narrow || undefined}
                        data-sticky={column.sticky && true}
                        key={column.id}
                        scope={column.primary ? 'row' : undefined}
                        style={placeOf(column)}
                      >
                        {column.cell(row)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))
              : Array.from({ length: 10 }, (_, index) => (
                  <Table.Tr key={index}>
                    {props.selection && <Table.Td />}
                    {shown.map((column) => (
                      <Table.Td key={column.id}>
                        <Skeleton height={18} radius="sm" width={column.primary ? '70%' : '50%'} />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
          </Table.Tbody>
        </Table>
      </section>
      {page && (page.previous || page.next || props.cursor) && (
        <Group component="nav" gap="sm" justify="flex-end" aria-label={t('table.pages')}>
          <Button
            disabled={!page.previous && !props.cursor}
            leftSection={<IconChevronLeft aria-hidden="true" size={18} />}
            onClick={() => props.onCursor(page.previous)}
            variant="default"
          >
            {page.previous || !props.cursor ? t('table.previous') : t('table.first')}
          </Button>
          <Button
            disabled={!page.next}
            onClick={() => props.onCursor(page.next)}
            rightSection={<IconChevronRight aria-hidden="true" size={18} />}
            variant="default"
          >
            {t('table.next')}
          </Button>
        </Group>
      )}
    </div>
  );
}

function placeOf<Row>({ sticky }: Column<Row>) {
  return sticky && { left: sticky.left, minWidth: sticky.width, width: sticky.width };
}

/** Titles over neighbouring columns, where there are any. */
function GroupRow<Row>({ columns, selectable }: { columns: readonly Column<Row>[]; selectable: boolean }) {
  if (!columns.some(({ group }) => group)) return null;
  const runs: { title: string | undefined; columns: number; sticky: boolean }[] = [];
  for (const { group, sticky } of columns) {
    const last = runs.at(-1);
    const stays = sticky !== undefined;
    if (last?.title === group && last?.sticky === stays) last.columns++;
    else runs.push({ title: group, columns: 1, sticky: stays });
  }
  return (
    <Table.Tr>
      {selectable && <Table.Td />}
      {runs.map((run, index) =>
        run.title ? (
          <Table.Th className={classes.group} colSpan={run.columns} key={index} scope="colgroup">
            {run.title}
          </Table.Th>
        ) : (
          <Table.Td
            colSpan={run.columns}
            data-sticky={run.sticky || undefined}
            key={index}
            style={run.sticky ? { left: 0 } : undefined}
          />
        ),
      )}
    </Table.Tr>
  );
}

function Count<Row>({ page }: { page: ListPage<Row> | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <p aria-live="polite" className={classes.count}>
      {page
        ? t(page.total.exact ? 'table.total' : 'table.totalAtLeast', {
            count: page.total.value,
            value: formatNumber(page.total.value, language),
          })
        : t('loading')}
    </p>
  );
}

function Selected<Row>({ selection }: { selection: Selection<Row> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const count = selection.keys.size;
  return (
    <Group className={classes.selected} gap="sm">
      <p aria-live="polite" className={classes.count}>
        {t('table.selected', { count, value: formatNumber(count, language) })}
      </p>
      {selection.actions}
      <Button onClick={() => selection.onChange(new Set())} size="sm" variant="subtle">
        {t('table.unselect')}
      </Button>
    </Group>
  );
}

type SelectionProps<Row> = { readonly selection: Selection<Row>; readonly rowKey: (row: Row) => string };

type PageProps<Row> = SelectionProps<Row> & { readonly page: ListPage<Row> | undefined };

/** How much of the page is selected; `toggle` selects all of it, or none. */
function pageSelection<Row>({ selection, rowKey, page }: PageProps<Row>) {
  const keys = page?.items.filter(selection.isSelectable).map(rowKey) ?? [];
  const selected = keys.filter((key) => selection.keys.has(key));
  const all = keys.length > 0 && selected.length === keys.length;
  return {
    all,
    some: selected.length > 0,
    none: keys.length === 0,
    toggle: () =>
      selection.onChange(
        all ? new Set([...selection.keys].filter((key) => !keys.includes(key))) : new Set([...selection.keys, ...keys]),
      ),
  };
}

function SelectPage<Row>(props: PageProps<Row>) {
  const { t } = useTranslation();
  const { all, some, none, toggle } = pageSelection(props);
  return (
    <Table.Th className={classes.select} scope="col">
      <Checkbox
        aria-label={t('table.selectPage')}
        checked={all}
        disabled={none}
        indeterminate={!all && some}
        onChange={toggle}
      />
    </Table.Th>
  );
}

function SelectingHeader<Row>({ column, ...props }: PageProps<Row> & { column: Column<Row> }) {
  const { t } = useTranslation();
  const { all, none, toggle } = pageSelection(props);
  return (
    <Table.Th data-align={column.align} scope="col">
      <Tooltip label={t(all ? 'table.unselectPage' : 'table.selectPage')}>
        <button aria-pressed={all} className={classes.sort} disabled={none} onClick={toggle} type="button">
          {column.header}
        </button>
      </Tooltip>
    </Table.Th>
  );
}

function SelectRow<Row>({ selection, rowKey, row }: SelectionProps<Row> & { row: Row }) {
  const { t } = useTranslation();
  const key = rowKey(row);
  const selected = selection.keys.has(key);
  return (
    <Table.Td className={classes.select}>
      {selection.isSelectable(row) && (
        <Checkbox
          aria-label={t('table.select', { name: selection.nameOf(row) })}
          checked={selected}
          onChange={() =>
            selection.onChange(
              selected ? new Set([...selection.keys].filter((one) => one !== key)) : new Set([...selection.keys, key]),
            )
          }
        />
      )}
    </Table.Td>
  );
}

type HeaderProps<Row> = {
  readonly column: Column<Row>;
  readonly sort?: string | undefined;
  readonly onSort?: ((sort: string) => void) | undefined;
};

function HeaderCell<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const { t } = useTranslation();
  const orders = ordersOf(column.sort);
  if (!orders || !onSort) {
    return (
      <Table.Th
        data-align={column.align}
        data-narrow={column.narrow || undefined}
        data-sticky={column.sticky && true}
        scope="col"
        style={placeOf(column)}
      >
        {column.header || <VisuallyHidden>{t('table.actions')}</VisuallyHidden>}
      </Table.Th>
    );
  }
  const direction = (['ascending', 'descending'] as const).find((way) => orders[way] && orders[way] === sort);
  const wanted =
    direction === 'ascending' ? (orders.descending ?? orders.ascending) : (orders.ascending ?? orders.descending);
  return (
    <Table.Th aria-sort={direction ?? 'none'} data-align={column.align} scope="col">
      <button className={classes.sort} onClick={() => wanted && onSort(wanted)} type="button">
        {column.header}
        {direction ? (
          <IconArrowDown
            aria-hidden="true"
            size={16}
            style={direction === 'ascending' ? { rotate: '180deg' } : undefined}
          />
        ) : (
          <IconArrowsSort aria-hidden="true" className={classes.quiet} size={16} />
        )}
      </button>
    </Table.Th>
  );
}

type Orders = { readonly ascending?: string; readonly descending?: string };

function ordersOf(sort: string | Orders | undefined): Orders | undefined {
  if (typeof sort !== 'string') return sort;
  return sort === 'EXPIRES_AT' ? { ascending: sort } : { descending: sort };
}

type ColumnMenuProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: string[]) => void;
};

function ColumnMenu<Row>({ columns, hidden, onChange }: ColumnMenuProps<Row>) {
  const { t } = useTranslation();
  return (
    <Menu closeOnItemClick={false} position="bottom-end" shadow="md">
      <Menu.Target>
        <Tooltip label={t('table.columns')}>
          <ActionIcon aria-label={t('table.columns')} variant="default">
            <IconColumns3 aria-hidden="true" size={20} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .filter((column) => !column.primary && column.header)
          .map((column) => (
            <Menu.Item
              aria-checked={!hidden.includes(column.id)}
              key={column.id}
              onClick={() =>
                onChange(hidden.includes(column.id) ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])
              }
              role="menuitemcheckbox"
            >
              <Checkbox.Indicator checked={!hidden.includes(column.id)} className={classes.check} />
              {column.header}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
