import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "./agency-changed.ts";
import type { agencyFields } from "./contract.ts";
import { type Agency, agencyById } from "./organization-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { agency } from "./tables.ts";

/** Changes what is printed on documents and shown on the portal. */
export async function updateAgency(work: Work, fields: z.output<typeof agencyFields>): Promise<Agency> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const before = await agencyById(tx, actor.agencyId);
  const [after] = await tx.update(agency).set(fields).where(eq(agency.id, actor.agencyId)).returning();
  await work.record({ act: "update-agency", objectKind: "agency", objectId: actor.agencyId, before, after });
  await agencyChanged(work);
  return after!;
}
