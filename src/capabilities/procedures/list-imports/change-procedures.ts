import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import type { StateFacts } from "../procedure-state.ts";

/** So many rows go to the database at once: what is on its way stays small, and others are answered in between. */
export const AT_ONCE = 500;

/** Two lists at once would each be judged without the other: the second waits until the first is over. */
export const oneListAtOnce = async (tx: Work["tx"], agencyId: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`procedure-import:${agencyId}`}))`);
};

/** What becomes of procedures that stand in the register, in one statement. */
export async function changeProcedures(
  tx: Work["tx"],
  changes: { id: string; version: number; suffix: string; state: StateFacts }[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  const values = changes.map(({ id, version, suffix, state }) => ({
    ...{ id, suffix, current_version: version, state: state.state, state_reason: state.stateReason },
    ...{ repealed_on: state.repealedOn, successor_id: state.successorId },
  }));
  await tx.execute(sql`
    update procedure set
      (suffix, current_version, state, state_reason, repealed_on, successor_id, updated_at) =
      (given.suffix, given.current_version, given.state, given.state_reason, given.repealed_on, given.successor_id,
        ${at.toISOString()}::timestamptz)
    from json_populate_recordset(null::procedure, ${JSON.stringify(values)}::json) as given
    where procedure.id = given.id
  `);
}
