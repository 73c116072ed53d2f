import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { publicPage } from "../tables.ts";
import { pageOf } from "./page-queries.ts";
import { redrawPage } from "./redraw-page.ts";

/** Says what stands in the place of a page that is gone; null: nothing. @throws NotFound, Unacceptable */
export async function nameSuccessor(
  work: Work,
  { id, successor }: { id: string; successor: string | null },
): Promise<void> {
  const { tx, actor } = work;
  const page = await pageOf(tx, actor, id);
  const { agencyId, path } = page;
  sitePolicy.permit(actor, "pages", { agencyId });
  if (page.seenAt !== null)
    throw new Unacceptable("Trang này đang đăng; chỉ ghi trang thay thế cho trang đã gỡ.", [
      { field: "successor", message: "Trang đang đăng." },
    ]);
  if (successor === path)
    throw new Unacceptable("Trang thay thế phải là trang khác.", [
      { field: "successor", message: "Ghi địa chỉ khác." },
    ]);
  await tx.update(publicPage).set({ successor }).where(eq(publicPage.id, id));
  await work.record({
    act: "name-successor",
    objectKind: "public-page",
    objectId: id,
    before: { path, successor: page.successor },
    after: { path, successor },
  });
  await redrawPage(tx, agencyId, path);
}
