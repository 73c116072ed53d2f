import { and, eq, inArray, sql } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { commendation, commendationText, contentItem } from "../tables.ts";

/** What the register of commendations tells of, looked up again. */
export const commendationMatters: NoticeMatters = {
  "commendation-consent-lost": byFirstId(
    async (q, ids, agencyId) => {
      const rows = await q
        .select({ id: commendation.id, itemId: commendationText.itemId })
        .from(commendation)
        .innerJoin(commendationText, eq(commendationText.commendationId, commendation.id))
        .innerJoin(contentItem, eq(contentItem.id, commendationText.itemId))
        .where(
          and(
            eq(commendation.agencyId, agencyId),
            inArray(commendation.id, ids),
            inArray(contentItem.state, ["published", "withdrawn"]),
            sql`${commendation.id} in (select praised_without_consent(${contentItem.id}, ${contentItem.liveRevisionId}))`,
          ),
        );
      return [...new Set(rows.map(({ id }) => id))].map((id) => ({
        id,
        itemIds: rows.filter((row) => row.id === id).map(({ itemId }) => itemId),
      }));
    },
    (found, { about }) =>
      found?.itemIds.includes(about[1]!) ? null : "Bài đã được đính chính, gỡ, hoặc đã có đồng ý.",
  ),
};
