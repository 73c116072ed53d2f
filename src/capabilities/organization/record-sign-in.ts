import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";

/** Writes into the audit that a person came in. */
export async function recordSignIn(
  database: Database,
  { id, name, agencyId }: { id: string; name: string; agencyId: string },
  after: { address: string; secondFactor?: string; provider?: string },
): Promise<void> {
  await work(database, { ...systemActor(agencyId, name), personId: id }, ({ record }) =>
    record({ act: "sign-in", objectKind: "person", objectId: id, after }),
  );
}
