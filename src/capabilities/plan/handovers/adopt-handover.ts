import { and, eq } from "drizzle-orm";
import { agencyById } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { confirmImport } from "../confirm-import.ts";
import { linkParent } from "../parents/link-parent.ts";
import { planOf } from "../plan-queries.ts";
import { inOrder } from "../reading/in-order.ts";
import { paragraphsOf } from "../reading-of-plan.ts";
import { samePlan } from "../same-plan.ts";
import { planHandover, planHandoverReceipt, planImport } from "../tables.ts";
import { adoptedPlan, receivedForUpdate } from "./handover-queries.ts";
import { handoverPolicy } from "./policy.ts";

/** A preview of the caller's agency that holds what was handed over, as if its document had been read in. */
async function previewOfHandover(work: Work, { said, agencyId, version }: typeof planHandover.$inferSelect) {
  const { tx, actor } = work;
  const id = uuidv7();
  const { reading } = said;
  const from = (await agencyById(tx, agencyId))!.name;
  const paragraphs = paragraphsOf(inOrder(reading.clauses), reading);
  await tx.insert(planImport).values({
    id,
    agencyId: actor.agencyId,
    fileName: `${reading.header.title} (${from} chuyển, bản ${version})`,
    bytes: Buffer.from(paragraphs.map(({ text }) => text).join("\n\n")),
    reading,
    paragraphs,
    personId: actor.personId,
  });
  return { id, from };
}

/**
 * Takes a plan that another agency handed over to be held beside the own ones, and links it above `planId` (null: to
 * none yet). A newer version of one that was taken already becomes a preview, to be compared and confirmed: its id is
 * `importId`.
 */
export async function adoptHandover(
  work: Work,
  { id, planId }: { id: string; planId: string | null },
): Promise<{ adoptedPlanId: string; importId: string | null }> {
  const { tx, actor } = work;
  const receipt = await receivedForUpdate(tx, actor.agencyId, id);
  handoverPolicy.permit(actor, "adopt", { ...receipt, agencyId: receipt.receiverId });
  const [given] = await tx.select().from(planHandover).where(eq(planHandover.id, id));
  const own = and(eq(planHandoverReceipt.handoverId, id), eq(planHandoverReceipt.receiverId, actor.agencyId));
  const link = (adoptedPlanId: string) =>
    planId === null ? null : linkParent(work, { id: planId, parentPlanId: adoptedPlanId, documentId: null });
  const before = await adoptedPlan(tx, receipt);
  if (before && receipt.adoptedPlanId === null) {
    const [waiting] = receipt.importId
      ? await tx.select().from(planImport).where(eq(planImport.id, receipt.importId))
      : [];
    if (waiting?.planId) throw new Conflict("Bản này đã được lấy về.", { planId: before.id });
    const importId = waiting?.id ?? (await previewOfHandover(work, given!)).id;
    await tx.update(planHandoverReceipt).set({ importId }).where(own);
    await work.record({
      act: "adopt-handover",
      objectKind: "plan-handover",
      objectId: id,
      after: { version: receipt.version, planId: before.id, importId },
    });
    return { adoptedPlanId: before.id, importId };
  }
  if (before) {
    if (planId === null)
      throw new Conflict("Kế hoạch này đã được lấy về; hãy chọn kế hoạch của cơ quan để nối.", {
        planId: before.id,
      });
    await link(before.id);
    return { adoptedPlanId: before.id, importId: null };
  }
  const same = await samePlan(tx, actor.agencyId, given!.said.reading.header);
  const readInBefore = same && (await planOf(tx, actor.agencyId, same.id)).issuer !== null ? same.id : null;
  let adoptedPlanId = readInBefore;
  let importId: string | null = null;
  if (adoptedPlanId === null) {
    const made = await previewOfHandover(work, given!);
    importId = made.id;
    const confirmed = await confirmImport(work, {
      id: made.id,
      year: given!.said.year,
      version: 1,
      issuer: made.from,
    });
    adoptedPlanId = confirmed.planId;
  }
  await tx.update(planHandoverReceipt).set({ adoptedPlanId, importId }).where(own);
  await link(adoptedPlanId);
  await work.record({
    act: "adopt-handover",
    objectKind: "plan-handover",
    objectId: id,
    after: { version: receipt.version, planId: adoptedPlanId, above: planId },
  });
  return { adoptedPlanId, importId: null };
}
