import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Queryable } from "./database.ts";

/** Half a character, as a cut-off text may end in, is no JSON. */
const asJson = (value: unknown) => (typeof value === "string" ? value.toWellFormed() : (value ?? null));

function insertion<Table extends PgTable>(table: Table, rows: Table["$inferInsert"][]): SQL {
  const named = Object.entries(getTableColumns(table)).filter(([key]) => key in rows[0]!);
  const columns = sql.join(
    named.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  const values = rows.map((row) =>
    Object.fromEntries(named.map(([key, { name }]) => [name, asJson(row[key as keyof typeof row])])),
  );
  return sql`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, ${JSON.stringify(values)}::json)`;
}

/**
 * Inserts many rows in one statement with one parameter, however many there are: it costs a fraction of a parameter for
 * each value. Columns that the first row does not name get their default.
 */
export async function insertMany<Table extends PgTable>(
  q: Queryable,
  table: Table,
  rows: Table["$inferInsert"][],
): Promise<void> {
  if (rows.length > 0) await q.execute(insertion(table, rows));
}

/** Rows of one statement: many enough to be quick, few enough to stay small in memory. */
const PART = 1_000;

/** The same for a list of any length, a thousand rows at a time; in a transaction, or some of it stays behind. */
export async function insertInParts<Table extends PgTable>(
  q: Queryable,
  table: Table,
  rows: Table["$inferInsert"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += PART)
    await insertMany(q, table, rows.slice(from, from + PART));
}

/** The same, leaving out what is there already. Gives the ids of those that were not. */
export async function insertMissing<Table extends PgTable>(
  q: Queryable,
  table: Table,
  rows: (Table["$inferInsert"] & { id: string })[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const made = await q.execute<{ id: string }>(
    sql`${insertion(table, rows)} on conflict do nothing returning id`,
  );
  return new Set(made.rows.map(({ id }) => id));
}
