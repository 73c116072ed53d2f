import type { PortalCall } from "#platform/http/portal-page.ts";
import type { CsvCell } from "#platform/text/write-csv.ts";

export interface Column<Row> {
  /** Name in JSON, and in Vietnamese at the head of the CSV. */
  key: string;
  head: string;
  value: (row: Row, call: PortalCall) => CsvCell;
}

export interface Dataset<Row> {
  slug: string;
  title: string;
  about: string;
  tags: (call: PortalCall) => string[];
  rows: (call: PortalCall) => Promise<Row[]>;
  columns: Column<Row>[];
  /** How each figure is counted. */
  definition?: (rows: Row[]) => string[];
  /** Which days it tells of, and when that was made public. */
  period?: (rows: Row[]) => { from: string; until: string; published: Date } | null;
}
