import { contentToDeliver } from "#newsroom";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";

/** How products with a royalty are called, and the screen on which each stands: that of its year of publication. */
export async function royaltyPlaces(
  q: Queryable,
  agencyId: string,
  itemIds: string[],
): Promise<(itemId: string) => { title: string; to: string }> {
  const contents = await contentToDeliver(q, { agencyId }, itemIds);
  return (itemId) => {
    const { title = "sản phẩm", publishedAt = null } = contents.get(itemId) ?? {};
    const year = publishedAt === null ? "" : `?nam=${toVietnamDate(publishedAt).year}`;
    return { title, to: `/kinh-phi/nhuan-but${year}` };
  };
}
