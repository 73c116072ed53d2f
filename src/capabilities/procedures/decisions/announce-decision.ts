import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { type MadeKnown, procedureDecision } from "../tables.ts";

/** Writes down in which forms a decision was made known, each with its day and, where it has one, its address. @throws NotFound */
export async function announceDecision(
  work: Work,
  { id, ...given }: { id: string; madeKnown: MadeKnown[] },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const own = and(eq(procedureDecision.agencyId, agencyId), eq(procedureDecision.id, id));
  const [before] = await tx.select().from(procedureDecision).where(own).for("update");
  if (!before) throw new NotFound("Không có quyết định này trong cơ quan.");
  const madeKnown = given.madeKnown.map(({ form, url, on }) => ({ form: toNfc(form), url, on }));
  await tx.update(procedureDecision).set({ madeKnown }).where(own);
  await work.record({
    act: "announce-procedure-decision",
    objectKind: "procedure-decision",
    objectId: id,
    before: { forms: before.madeKnown.map(({ form }) => form) },
    after: { forms: madeKnown.map(({ form }) => form) },
  });
}
