import { eq } from "drizzle-orm";
import { isPersonOfAgency, unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { publicPage } from "../tables.ts";
import { pageOf } from "./page-queries.ts";

export interface PageCare {
  id: string;
  ownerUnitId: string | null;
  ownerPersonId: string | null;
  /** Null: the page is not looked over. */
  reviewDays: number | null;
}

/** Says whose page it is and how often it is looked over. @throws NotFound, Unacceptable */
export async function careForPage(work: Work, { id, ...care }: PageCare): Promise<void> {
  const { tx, actor } = work;
  const page = await pageOf(tx, actor, id);
  const { agencyId } = page;
  sitePolicy.permit(actor, "pages", { agencyId });
  const units = await unitsOfAgency(tx, agencyId);
  if (care.ownerUnitId !== null && !units.some((unit) => unit.id === care.ownerUnitId))
    throw new Unacceptable("Đơn vị không còn.", [{ field: "ownerUnitId", message: "Chọn đơn vị khác." }]);
  if (care.ownerPersonId !== null && !(await isPersonOfAgency(tx, agencyId, care.ownerPersonId)))
    throw new Unacceptable("Không có người này trong cơ quan.", [
      { field: "ownerPersonId", message: "Chọn người khác." },
    ]);
  await tx.update(publicPage).set(care).where(eq(publicPage.id, id));
  const { ownerUnitId, ownerPersonId, reviewDays } = page;
  await work.record({
    act: "care-for-page",
    objectKind: "public-page",
    objectId: id,
    before: { path: page.path, ownerUnitId, ownerPersonId, reviewDays },
    after: { path: page.path, ...care },
  });
}
