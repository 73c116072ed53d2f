import { Button, Group, Select, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconSearch } from "@tabler/icons-react";
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from "react";
import { unaccent } from "#platform/text/unaccent.ts";
import classes from "./data-table.module.css";
import { isComposing } from "./ime.ts";
import { useFilters } from "./navigation.tsx";

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; true: the rows come in the order that the address names; without it, it cannot be sorted. */
  sortBy?: ((row: Row) => string | number) | true;
  numeric?: boolean;
}

export interface TableFilter<Row> {
  /** Name of the parameter in the address bar, such as "trang-thai". */
  key: string;
  label: string;
  options: { value: string; label: string }[];
  matches: (row: Row, value: string) => boolean;
}

const ROWS_SHOWN = 50;
const inVietnamese = new Intl.Collator("vi", { numeric: true });
const bare = (text: string) => unaccent(text).toLowerCase();

const compare = (left: string | number, right: string | number) =>
  typeof left === "number" && typeof right === "number"
    ? left - right
    : inVietnamese.compare(String(left), String(right));

/**
 * A table that is cards on a phone. Search (unaccented), filters and order stand in the address bar, so that a link
 * to the view can be sent. The first column names the row. Draws 50 rows and more on demand.
 */
export function DataTable<Row>({
  caption,
  rows,
  rowKey,
  columns,
  filters = [],
  searchText,
  counted,
  empty,
  beside,
}: {
  /** What the table holds, read aloud before it. */
  caption: string;
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: Column<Row>[];
  filters?: TableFilter<Row>[];
  /** The words of a row that the search box looks through; without it there is no search box. */
  searchText?: (row: Row) => string;
  /** How many there are in words, where the rows are a part of more; all rows that are given are drawn. */
  counted?: string;
  /** Shown when there are no rows at all. */
  empty?: ReactNode;
  /** Shown between what the table is narrowed by and its rows. */
  beside?: ReactNode;
}) {
  const names = useMemo(
    () => ({ tim: "", xep: "", ...Object.fromEntries(filters.map(({ key }) => [key, ""])) }),
    [filters],
  );
  const [view, setView] = useFilters<Record<string, string>>(names);
  const [shown, setShown] = useState(ROWS_SHOWN);
  const [typed, setTyped] = useState(view.tim ?? "");
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wordsOf = useRef(searchText);
  wordsOf.current = searchText;
  // Screens write `searchText` in place, a new function each time; the words change only with the rows.
  const indexed = useMemo(
    () => rows.map((row) => ({ row, words: wordsOf.current ? bare(wordsOf.current(row)) : "" })),
    [rows],
  );
  const wanted = bare(useDeferredValue(typed).trim());
  const [sortKey = "", direction = ""] = (view.xep ?? "").split(".");
  const sorted = columns.find(({ key, sortBy }) => key === sortKey && sortBy);
  let found = indexed.filter(
    ({ row, words }) =>
      words.includes(wanted) &&
      filters.every(({ key, matches }) => {
        const value = view[key];
        return !value || matches(row, value);
      }),
  );
  if (typeof sorted?.sortBy === "function") {
    const by = sorted.sortBy;
    const sign = direction === "giam" ? -1 : 1;
    found = found.toSorted((left, right) => sign * compare(by(left.row), by(right.row)));
  }
  if (rows.length === 0 && empty) return <>{empty}</>;

  const search = (text: string) => {
    setTyped(text);
    setShown(ROWS_SHOWN);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => setView({ tim: text.trim() }), 300);
  };
  const order = (key: string) =>
    setView({ xep: sortKey !== key ? key : direction === "giam" ? "" : `${key}.giam` });

  return (
    <Stack gap="sm">
      {(searchText || filters.length > 0) && (
        <Group align="flex-end" gap="sm">
          {searchText && (
            <TextInput
              label="Tìm"
              placeholder="Gõ có dấu hoặc không dấu"
              leftSection={<IconSearch size={16} />}
              value={typed}
              onChange={(event) => search(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === "Escape" && !isComposing(event)) search("");
              }}
              type="search"
              flex="1 1 14rem"
            />
          )}
          {filters.map(({ key, label, options }) => (
            <Select
              key={key}
              label={label}
              placeholder="Tất cả"
              data={options}
              value={view[key] || null}
              onChange={(value) => setView({ [key]: value ?? "" })}
              clearable
              clearButtonProps={{ "aria-label": `Bỏ lọc ${label.toLowerCase()}` }}
              flex="1 1 10rem"
              maw="18rem"
            />
          ))}
        </Group>
      )}
      <Text size="sm" c="gray.7" role="status">
        {counted ??
          (found.length === rows.length ? `${rows.length} mục` : `${found.length} trong ${rows.length} mục`)}
      </Text>
      {beside}
      {/* Roles are written out because cards (display: block) would otherwise lose them. */}
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className={classes.table} role="table" aria-label={caption}>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
          <tr role="row">
            {columns.map(({ key, header, sortBy, numeric }) => (
              <th
                key={key}
                // biome-ignore lint/a11y/noRedundantRoles: see above
                role="columnheader"
                scope="col"
                className={numeric ? classes.numeric : undefined}
                aria-sort={
                  sortBy && key === sortKey ? (direction === "giam" ? "descending" : "ascending") : undefined
                }
              >
                {sortBy ? (
                  <UnstyledButton className={classes.sort} fz="inherit" onClick={() => order(key)}>
                    {header}
                    <SortMark on={key === sortKey} down={direction === "giam"} />
                  </UnstyledButton>
                ) : (
                  header
                )}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
        <tbody role="rowgroup">
          {found.slice(0, counted ? found.length : shown).map(({ row }) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={rowKey(row)} role="row">
              {columns.map(({ key, header, cell, numeric }, index) => (
                <td
                  key={key}
                  // biome-ignore lint/a11y/noRedundantRoles: see above
                  role="cell"
                  className={[index === 0 && classes.first, numeric && classes.numeric]
                    .filter(Boolean)
                    .join(" ")}
                >
                  <span className={classes.label} aria-hidden>
                    {header}
                  </span>
                  <div>{cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {found.length === 0 && <Text c="gray.7">Không có mục nào khớp; hãy đổi từ tìm hoặc bộ lọc.</Text>}
      {!counted && found.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + ROWS_SHOWN * 4)} w="fit-content">
          Xem thêm ({found.length - shown} mục nữa)
        </Button>
      )}
    </Stack>
  );
}

function SortMark({ on, down }: { on: boolean; down: boolean }) {
  if (!on) return <IconArrowsSort size={14} aria-hidden />;
  return down ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />;
}
