import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { apologyPolicy } from "../policy.ts";
import { apology } from "../tables.ts";
import { subjectOf } from "./apology.ts";

/** Letters of apology that wait for approval, the oldest first; whom they go to is kept nowhere. */
export async function apologiesToDecide(q: Queryable, actor: Actor) {
  const rows = await q
    .select()
    .from(apology)
    .where(and(eq(apology.agencyId, actor.agencyId), eq(apology.state, "draft")))
    .orderBy(asc(apology.draftedAt), asc(apology.id));
  return rows.map((one) => ({
    ...{ id: one.id, code: one.code, unit: one.unit, procedureName: one.procedureName },
    ...{ since: one.draftedAt, dueOn: one.dueOn },
    isMine: apologyPolicy.hindrance(actor, "approve", subjectOf(one)) === null,
  }));
}
