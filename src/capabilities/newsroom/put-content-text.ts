import { and, eq, inArray, isNull } from "drizzle-orm";
import { themeLabel } from "#plan";
import type { Database, Queryable } from "#platform/database/database.ts";
import { richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { dropSearchText, putSearchText } from "#platform/search/search-text.ts";
import { searchText } from "#platform/search/tables.ts";
import type { ContentItem, ContentRevision } from "./content-queries.ts";
import { kindOf } from "./kinds/index.ts";
import { shownText } from "./shown-text.ts";
import { contentItem, contentRevision } from "./tables.ts";

const KIND = "content";
const AT_ONCE = 100;

/** Makes a text findable by the public, as it stands live. */
export async function putContentText(
  q: Queryable,
  item: ContentItem,
  text: ContentRevision,
  publishedAt: Date,
): Promise<void> {
  const themes = [...new Set([text.primaryTheme, ...text.themes])];
  await putSearchText(q, {
    agencyId: item.agencyId,
    kind: KIND,
    objectId: item.id,
    title: text.title,
    body: `${text.summary}\n${richTextToPlainText(shownText({ kind: item.kind, ...text }))}`,
    at: publishedAt,
    address: `/tin-tuc/${item.slug}`,
    label: kindOf(item.kind)?.label ?? "Nội dung khác",
    fields: themes.flatMap((slug) => (slug ? [themeLabel(slug)] : [])),
  });
}

/** Puts anew what an upgrade found in an older form; the number of texts. */
export async function renewContentTexts(database: Database): Promise<number> {
  for (let renewed = 0; ; ) {
    const done = await database.transaction(async (tx) => {
      const waiting = await tx
        .select({ id: searchText.objectId })
        .from(searchText)
        .where(and(eq(searchText.kind, KIND), isNull(searchText.address)))
        .limit(AT_ONCE)
        .for("update", { skipLocked: true });
      const ids = waiting.map(({ id }) => id);
      if (ids.length === 0) return 0;
      const rows = await tx
        .select({ item: contentItem, text: contentRevision })
        .from(contentItem)
        .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
        .where(and(inArray(contentItem.id, ids), eq(contentItem.state, "published")));
      for (const { item, text } of rows) await putContentText(tx, item, text, item.publishedAt!);
      for (const id of ids) if (!rows.some(({ item }) => item.id === id)) await dropSearchText(tx, KIND, id);
      return ids.length;
    });
    if (done === 0) return renewed;
    renewed += done;
  }
}
