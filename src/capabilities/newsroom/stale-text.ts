import { Conflict } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import type { ContentRevision } from "./content-queries.ts";
import { presentRevision } from "./present-content.ts";

/**
 * Who acts on a text that is no longer the newest is answered with the newer one, who saved it and when; `kept` says
 * what was not done. @throws Conflict whose data is `{ current }`
 */
export async function refuseStale(
  { tx, actor }: Work,
  current: ContentRevision,
  seenRevisionId: string,
  kept: string,
): Promise<void> {
  if (current.id === seenRevisionId) return;
  const revision = await presentRevision(tx, current);
  const who = current.authorId === actor.personId ? "chính bạn, ở thẻ khác," : revision.authorName;
  throw new Conflict(`Có bản ${current.number} do ${who} lưu lúc ${formatDateTime(current.at)}. ${kept}`, {
    current: revision,
  });
}
