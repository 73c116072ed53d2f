import { publishedIdAt } from "#newsroom";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { siteSectionText } from "../tables.ts";
import { redrawSections } from "./redraw-sections.ts";
import { namedSection } from "./section-queries.ts";

/** The part behind /tin-tuc/ of an address, whole or from the root. */
const slugIn = (address: string) => /\/tin-tuc\/([^/?#\s]+)\/?(?:[?#].*)?$/.exec(address.trim())?.[1] ?? "";

/** Puts a text that is public, and was approved as such, into a section. @throws NotFound, Unacceptable */
export async function putTextInSection(
  work: Work,
  { slug, address }: { slug: string; address: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId: addedBy } = actor;
  sitePolicy.permit(actor, "sections", { agencyId });
  namedSection(slug);
  const itemId = await publishedIdAt(tx, agencyId, slugIn(address));
  if (itemId === null)
    throw new Unacceptable("Chưa gắn được: địa chỉ này không có bài nào đang đăng.", [
      { field: "address", message: "Chép địa chỉ của bài đang đăng trên cổng, ví dụ /tin-tuc/ten-bai." },
    ]);
  const made = await tx
    .insert(siteSectionText)
    .values({ agencyId, slug, itemId, addedAt: at, addedBy })
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) return;
  await work.record({
    act: "put-text-in-section",
    objectKind: "site-section",
    objectId: agencyId,
    after: { slug, itemId },
  });
  await redrawSections(tx, agencyId);
}
