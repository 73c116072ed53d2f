import { sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";

/** Channel on which an act tells the person who watches the server's console. */
export const SERVER_CONSOLE = "server_console";

/** Says a line on the console of every process that serves, once the transaction is committed. */
export async function sayOnServer(q: Queryable, line: string): Promise<void> {
  await q.execute(sql`select pg_notify(${SERVER_CONSOLE}, ${line})`);
}
