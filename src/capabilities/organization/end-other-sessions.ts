import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";

/** Ends one's sessions everywhere but in the one that asks. */
export async function endOtherSessions(
  { tx, actor, record }: Work,
  token: string | null,
): Promise<{ ended: number }> {
  const { rowCount } = await tx.execute(sql`
    delete from auth_session
    where user_id = (select user_id from person where id = ${actor.personId}) and token is distinct from ${token}
  `);
  const ended = rowCount ?? 0;
  if (ended > 0)
    await record({
      act: "end-other-sessions",
      objectKind: "person",
      objectId: actor.personId,
      after: { ended },
    });
  return { ended };
}
