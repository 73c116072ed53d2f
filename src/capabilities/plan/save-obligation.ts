import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { isContentTheme } from "./content-themes.ts";
import { demandStanding } from "./correctable.ts";
import type { obligationFields } from "./fields.ts";
import { clausesOf, planOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { obligation, obligationUnit } from "./tables.ts";

export type ObligationFields = z.output<typeof obligationFields>;

async function check({ tx }: Work, planId: string, fields: ObligationFields): Promise<void> {
  const unknown = fields.themes.find((slug) => !isContentTheme(slug));
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  if (unknown) fail("themes", `Không có chủ đề “${unknown}”.`);
  if (!(await clausesOf(tx, planId)).some(({ id }) => id === fields.clauseId))
    fail("clauseId", "Mục này không thuộc kế hoạch.");
}

async function writeUnits({ tx, actor }: Work, obligationId: string, unitIds: string[]): Promise<void> {
  await tx.delete(obligationUnit).where(eq(obligationUnit.obligationId, obligationId));
  if (unitIds.length === 0) return;
  const rows = unitIds.map((unitId, position) => ({
    agencyId: actor.agencyId,
    obligationId,
    unitId,
    position,
  }));
  await tx.insert(obligationUnit).values(rows).onConflictDoNothing();
}

/** Adds an obligation to a plan; its code stands there once. Gives its id. */
export async function addObligation(
  work: Work,
  { id: planId, unitIds, ...fields }: ObligationFields & { id: string },
): Promise<string> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "manage", await planOf(tx, actor.agencyId, planId));
  await check(work, planId, { ...fields, unitIds });
  const id = uuidv7();
  const position =
    sql`(select coalesce(max(position), -1) + 1 from obligation where plan_id = ${planId})` as never;
  const [made] = await tx
    .insert(obligation)
    .values({ id, agencyId: actor.agencyId, planId, position, ...fields })
    .onConflictDoNothing()
    .returning({ id: obligation.id });
  if (!made) throw new Conflict(`Kế hoạch đã có nghĩa vụ mang mã ${fields.code}.`);
  await writeUnits(work, id, unitIds);
  await work.record({
    act: "add-obligation",
    objectKind: "obligation",
    objectId: id,
    after: { ...fields, unitIds },
  });
  return id;
}

/** Changes an obligation; its code is stable. A reason for doing nothing is recorded here too. Gives the plan's id. */
export async function updateObligation(
  work: Work,
  { id, unitIds, code, ...fields }: ObligationFields & { id: string },
): Promise<string> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [before] = await tx
    .select()
    .from(obligation)
    .where(and(eq(obligation.agencyId, actor.agencyId), eq(obligation.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có nghĩa vụ này trong cơ quan.");
  demandStanding(before, "Nghĩa vụ");
  if (before.code !== code) throw new Conflict(`Mã nghĩa vụ ${before.code} là cố định, không đổi được.`);
  await check(work, before.planId, { ...fields, code, unitIds });
  await tx.update(obligation).set(fields).where(eq(obligation.id, id));
  await writeUnits(work, id, unitIds);
  await work.record({
    act: "update-obligation",
    objectKind: "obligation",
    objectId: id,
    before,
    after: { ...fields, unitIds },
  });
  return before.planId;
}
