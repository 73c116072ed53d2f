import { and, eq } from "drizzle-orm";
import { registerDocument } from "#documents";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { procedureDecision } from "../tables.ts";
import { type DecisionFields, documentOf, writeRows } from "./write-rows.ts";

/**
 * Writes down a decision with its rows, to be confirmed by whoever compares them. The document itself stands once in
 * the register of documents. @throws Conflict, Unacceptable
 */
export async function addDecision(
  work: Work,
  { id, ...given }: DecisionFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const { number, issuedOn, effectiveOn, note, rows } = given;
  const document = await registerDocument(work, documentOf(given));
  const [made] = await tx
    .insert(procedureDecision)
    .values({
      ...{ id, agencyId, documentId: document.id, effectiveOn, note, state: "draft", madeKnown: [] },
      ...{ madeBy: personId, madeAt: at },
    })
    .onConflictDoNothing()
    .returning({ id: procedureDecision.id });
  if (!made) {
    const [known] = await tx
      .select({ id: procedureDecision.id })
      .from(procedureDecision)
      .where(and(eq(procedureDecision.agencyId, agencyId), eq(procedureDecision.documentId, document.id)));
    // Sent twice, it is the same one.
    if (known?.id === id) return;
    throw new Conflict(`Quyết định ${number} đã được ghi trước đó. Hãy mở quyết định đã ghi để xem.`, {
      decisionId: known?.id ?? null,
    });
  }
  await writeRows(work, id, rows);
  await work.record({
    act: "add-procedure-decision",
    objectKind: "procedure-decision",
    objectId: id,
    after: { number, issuedOn, effectiveOn, note, rows: rows.length },
  });
}
