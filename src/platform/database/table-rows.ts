import pg from "pg";
import { type CopyToStreamQuery, to as copyTo } from "pg-copy-streams";

/** A table of the product with the columns that name a row, in their order. */
export interface StoredTable {
  name: string;
  key: string[];
}

const identifier = pg.escapeIdentifier;
/** Rows are put back in parcels of about this many characters, so that memory stays bounded. */
const PARCEL = 1024 * 1024;

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

/** The rows of a table as JSON lines (UTF-8) in the order of their key, read no faster than they are taken. */
export function rowsAsJson(client: pg.ClientBase, { name, key }: StoredTable): CopyToStreamQuery {
  const order = key.length > 0 ? key.map(identifier).join(", ") : `${identifier(name)}::text`;
  const rows = `select to_jsonb(t)::text from (select * from ${identifier(name)} order by ${order}) t`;
  // JSON holds no raw control character: with two of them as quote and delimiter each line is written as it is.
  return client.query(
    copyTo(`copy (${rows}) to stdout with (format csv, quote e'\\x01', delimiter e'\\x02')`),
  );
}

async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let begun: Uint8Array[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10);
    if (end < 0) {
      begun.push(chunk);
      continue;
    }
    yield Buffer.concat([...begun, chunk.subarray(0, end)])
      .toString()
      .split("\n");
    begun = [chunk.subarray(end + 1)];
  }
}

/** Puts JSON lines back as rows, as they were; computed columns compute themselves. */
export async function insertJsonRows(
  client: pg.ClientBase,
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    "select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
    [identifier(name)],
  );
  const table = identifier(name);
  const columns = rows.map(({ column }) => identifier(column)).join(", ");
  const insert = (lines: string[]) =>
    client.query(
      `insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [`[${lines.join(",")}]`],
    );
  let parcel: string[] = [];
  let size = 0;
  for await (const lines of wholeLines(chunks)) {
    for (const line of lines) {
      parcel.push(line);
      size += line.length;
      if (size < PARCEL) continue;
      await insert(parcel);
      parcel = [];
      size = 0;
    }
  }
  if (parcel.length > 0) await insert(parcel);
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
  } finally {
    // Without a commit the server rolls back; asking for it would wait for ever behind a copy that broke off.
    await client.end();
  }
}

/** Everything read inside it is of one moment. */
export const ONE_MOMENT = "begin isolation level repeatable read read only";
