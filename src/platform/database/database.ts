import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";

/** The serving connection pool. Tables are given to queries explicitly, so it carries no schema. */
export type Database = NodePgDatabase;
/** An open transaction; everything that changes data takes one. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a reading query takes: the pool or a transaction. */
export type Queryable = Database | Transaction;

export interface OpenDatabase {
  database: Database;
  pool: pg.Pool;
  url: string;
  close: () => Promise<void>;
}

/** Opens a pool of at most `max` connections to `url`. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max, application_name: "gandan" });
  // An idle connection that breaks is replaced by the pool; the next query tells if the server is gone.
  pool.on("error", () => {});
  return { database: drizzle({ client: pool }), pool, url, close: () => pool.end() };
}
