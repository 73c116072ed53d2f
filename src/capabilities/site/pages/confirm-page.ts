import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { publicPage } from "../tables.ts";
import { pageOf } from "./page-queries.ts";
import { redrawPage } from "./redraw-page.ts";

/** Somebody has looked a page over and found it right: the public sees the day, the clock begins anew. @throws NotFound, Conflict */
export async function confirmPage(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const page = await pageOf(tx, actor, id);
  const { agencyId, path, ownerUnitId, ownerPersonId } = page;
  sitePolicy.permit(actor, "review", { agencyId, ownerUnitId, ownerPersonId });
  if (page.seenAt === null) throw new Conflict("Trang này không còn trên cổng nên không cần xem lại.");
  await tx
    .update(publicPage)
    .set({ reviewedAt: at, reviewedByName: actor.name })
    .where(eq(publicPage.id, id));
  await work.record({ act: "confirm-page", objectKind: "public-page", objectId: id, after: { path } });
  await redrawPage(tx, agencyId, path);
}
