import { eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { planHandover, planHandoverReceipt, planImport } from "../tables.ts";
import { receivedForUpdate } from "./handover-queries.ts";
import { handoverPolicy } from "./policy.ts";

/** The document that was handed over with a plan, as it was read in. @throws NotFound, Forbidden */
export async function handoverFile(
  q: Queryable,
  actor: Actor,
  id: string,
): Promise<{ bytes: Buffer; fileName: string }> {
  const receipt = await receivedForUpdate(q, actor.agencyId, id);
  handoverPolicy.permit(actor, "read", { ...receipt, agencyId: receipt.receiverId });
  const [file] = await q
    .select({ bytes: planImport.bytes, fileName: planImport.fileName })
    .from(planHandoverReceipt)
    .innerJoin(planHandover, eq(planHandover.id, planHandoverReceipt.handoverId))
    .innerJoin(planImport, eq(planImport.id, planHandover.fileImportId))
    .where(eq(planHandoverReceipt.handoverId, id));
  if (!file) throw new NotFound("Kế hoạch được chuyển không kèm tệp văn bản.");
  return file;
}
