import pg from "pg";

/** A table of the product with the columns that name a row, in their order. */
export interface StoredTable {
  name: string;
  key: string[];
}

const identifier = pg.escapeIdentifier;

/** All tables of schema public by name; the queue's own schema is left out, its work is found again by sweeps. */
export async function storedTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(`
    select c.relname as name, coalesce((
      select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname collate "C"
  `);
  return rows;
}

/** The rows of a table as JSON lines in the order of their key, a few hundred at a time; inside an open transaction. */
export async function* rowsAsJson(
  client: pg.ClientBase,
  { name, key }: StoredTable,
): AsyncGenerator<string[]> {
  const order = key.length > 0 ? `order by ${key.map(identifier).join(", ")}` : "order by 1";
  const cursor = identifier(`rows of ${name}`);
  await client.query(
    `declare ${cursor} no scroll cursor for select to_jsonb(t)::text as row from (select * from ${identifier(name)} ${order}) t`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch 500 from ${cursor}`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query(`close ${cursor}`);
}

/** Puts JSON rows back as they were. */
export async function insertJsonRows(client: pg.ClientBase, name: string, rows: string[]): Promise<void> {
  if (rows.length === 0) return;
  const table = identifier(name);
  await client.query(
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    [`[${rows.join(",")}]`],
  );
}

/** Runs `act` on one connection inside one transaction begun with `begin`. */
export async function inTransaction<T>(
  url: string,
  begin: string,
  act: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(begin);
    const result = await act(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

/** Everything read inside it is of one moment. */
export const ONE_MOMENT = "begin isolation level repeatable read read only";
