import { and, eq } from "drizzle-orm";
import { registerDocument } from "#documents";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureDecision } from "../tables.ts";
import { type DecisionFields, documentOf, writeRows } from "./write-rows.ts";

/** Puts right what was written down of a decision while it waits to be confirmed. @throws Conflict, NotFound, Unacceptable */
export async function changeDecision(
  work: Work,
  { id, ...given }: DecisionFields & { id: string },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const own = and(eq(procedureDecision.agencyId, agencyId), eq(procedureDecision.id, id));
  const [before] = await tx.select().from(procedureDecision).where(own).for("update");
  if (!before) throw new NotFound("Không có quyết định này trong cơ quan.");
  if (before.state === "confirmed") throw new Conflict("Quyết định đã xác nhận nên không sửa được nữa.");
  const { number, issuedOn, effectiveOn, note, rows } = given;
  const document = await registerDocument(work, documentOf(given));
  const [twin] = await tx
    .select({ id: procedureDecision.id })
    .from(procedureDecision)
    .where(and(eq(procedureDecision.agencyId, agencyId), eq(procedureDecision.documentId, document.id)));
  if (twin && twin.id !== id)
    throw new Conflict(`Quyết định ${number} đã được ghi ở một mục khác; hãy kiểm tra lại số và ngày.`);
  await tx.update(procedureDecision).set({ documentId: document.id, effectiveOn, note }).where(own);
  await writeRows(work, id, rows);
  await work.record({
    act: "change-procedure-decision",
    objectKind: "procedure-decision",
    objectId: id,
    before: { effectiveOn: before.effectiveOn, note: before.note },
    after: { number, issuedOn, effectiveOn, note, rows: rows.length },
  });
}
