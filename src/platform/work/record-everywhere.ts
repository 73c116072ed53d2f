import { userInfo } from "node:os";
import pg from "pg";

/** Who sits at the command line, as the operating system calls them. */
const atTheConsole = (): string => {
  try {
    return `Dòng lệnh (${userInfo().username})`;
  } catch {
    return "Dòng lệnh";
  }
};

/**
 * Writes an act on the installation as a whole into the audit of every agency, in the name of who sits at the command
 * line. `client`: connected as the owner of the tables.
 */
export async function recordEverywhere(
  client: pg.Client,
  { act, after, reason = null }: { act: string; after: object; reason?: string | null },
): Promise<void> {
  await client.query(
    `insert into audit_entry (id, at, agency_id, person_name, act, object_kind, object_id, after, reason)
     select uuidv7(), now(), id, $1, $2, 'installation', 'installation', $3, $4 from agency`,
    [atTheConsole(), act, JSON.stringify(after), reason],
  );
}

/** The same on a connection of its own. `ownerUrl`: as the owner of the tables. */
export async function recordAtConsole(
  ownerUrl: string,
  entry: { act: string; after: object },
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await recordEverywhere(client, entry);
  } finally {
    await client.end();
  }
}
