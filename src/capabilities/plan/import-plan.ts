import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "./policy.ts";
import type { PlanReading } from "./reading/plan-reading.ts";
import { readPlanWithSource } from "./reading/read-plan.ts";
import { planImport } from "./tables.ts";

export type PlanImport = Omit<typeof planImport.$inferSelect, "bytes">;

/** Reads a document and keeps the reading for preview. A file that is no plan is refused and leaves nothing. */
export async function importPlan(
  work: Work,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<PlanImport> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const { reading, paragraphs } = await readPlanWithSource(bytes, fileName).catch((error: unknown) => {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
  });
  const values = {
    id: uuidv7(),
    agencyId: actor.agencyId,
    fileName,
    bytes: Buffer.from(bytes),
    reading,
    paragraphs,
    personId: actor.personId,
  };
  const [made] = await tx.insert(planImport).values(values).returning();
  await work.record({
    act: "import-plan",
    objectKind: "plan-import",
    objectId: values.id,
    after: { fileName, bytes: bytes.length },
  });
  return made!;
}

/** The preview of the caller's agency. @throws NotFound */
export async function importOf(work: Pick<Work, "tx" | "actor">, id: string): Promise<PlanImport> {
  const { id: importId, agencyId, fileName, reading, paragraphs, personId, createdAt, planId } = planImport;
  const [found] = await work.tx
    .select({ id: importId, agencyId, fileName, reading, paragraphs, personId, createdAt, planId })
    .from(planImport)
    .where(and(eq(agencyId, work.actor.agencyId), eq(importId, id)))
    .for("update");
  if (!found) throw new NotFound("Không có bản xem trước này.");
  return found;
}

/** Keeps a person's corrections of header, clauses and tasks. */
export async function correctImport(
  work: Work,
  { id, reading }: { id: string; reading: PlanReading },
): Promise<PlanImport> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const before = await importOf(work, id);
  if (before.planId) throw new Conflict("Bản xem trước này đã được xác nhận; hãy sửa ngay trong kế hoạch.");
  await tx.update(planImport).set({ reading }).where(eq(planImport.id, id));
  await work.record({
    act: "correct-import",
    objectKind: "plan-import",
    objectId: id,
    before: before.reading,
    after: reading,
  });
  return { ...before, reading };
}
