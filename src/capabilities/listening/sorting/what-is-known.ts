import { inArray } from "drizzle-orm";
import { pickupsAt } from "#channels";
import { publishedBriefs } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { articleAddress } from "#platform/text/article-address.ts";
import { listeningCopy, listeningIncident, listeningTheme, listeningTone } from "../tables.ts";

const keyOf = (url: string | null): string | null =>
  url === null ? null : (articleAddress(url)?.key ?? null);

/** What is known of items beside their words, for those of one page. */
export async function whatIsKnown(
  q: Queryable,
  actor: Actor,
  items: readonly { id: string; url: string | null }[],
) {
  const ids = items.map(({ id }) => id);
  const themes = await q.select().from(listeningTheme).where(inArray(listeningTheme.itemId, ids));
  const toned = await q.select().from(listeningTone).where(inArray(listeningTone.itemId, ids));
  const copies = await q.select().from(listeningCopy).where(inArray(listeningCopy.itemId, ids));
  const incidents = await q
    .select({ itemId: listeningIncident.itemId })
    .from(listeningIncident)
    .where(inArray(listeningIncident.itemId, ids));
  const own = await publishedBriefs(
    q,
    actor.agencyId,
    copies.map(({ contentId }) => contentId),
  );
  const noted = await pickupsAt(q, actor, [...new Set(items.flatMap(({ url }) => keyOf(url) ?? []))]);
  return ({ id, url }: { id: string; url: string | null }) => {
    const copy = copies.find(({ itemId }) => itemId === id);
    const text = copy && own.find((one) => one.id === copy.contentId);
    const key = keyOf(url);
    return {
      themes: themes.filter(({ itemId }) => itemId === id).map(({ theme }) => theme),
      tone: toned.find(({ itemId }) => itemId === id)?.tone ?? null,
      hasIncident: incidents.some(({ itemId }) => itemId === id),
      copy: text
        ? {
            ...{ contentId: text.id, title: text.title, kindLabel: text.kindLabel },
            ...{ share: copy.share, compared: copy.compared, isCredited: copy.isCredited },
          }
        : null,
      pickups: noted
        .filter((one) => key !== null && one.key === key)
        .map(({ itemId, itemTitle, kind }) => ({ itemId, itemTitle, kind })),
    };
  };
}
