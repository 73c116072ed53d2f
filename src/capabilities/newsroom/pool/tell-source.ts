import { eq } from "drizzle-orm";
import { agencyById, notify, peopleWithRole } from "#organization";
import type { Work } from "#platform/work/work.ts";
import type { ContentItem } from "../content-queries.ts";
import { contentItem, contentReuse } from "../tables.ts";

/** What another agency did in public with what it took over. */
export type ReuseChange = "đăng lại" | "thu hồi bản đăng lại" | "gỡ bỏ bản đăng lại";

/** Tells the agency that wrote a text what became in public of the one made of it; nothing of what is not out. */
export async function tellSource(
  work: Work,
  { id, agencyId }: Pick<ContentItem, "id" | "agencyId">,
  change: ReuseChange,
): Promise<void> {
  const { tx, at } = work;
  const [found] = await tx
    .select({ reuse: contentReuse, source: contentItem })
    .from(contentReuse)
    .innerJoin(contentItem, eq(contentItem.id, contentReuse.sourceItemId))
    .where(eq(contentReuse.itemId, id));
  // The title of what was removed may hold what must not be read.
  if (!found || found.source.state === "removed") return;
  const { reuse, source } = found;
  const editors = await peopleWithRole(tx, source.agencyId, "editor");
  const { name } = (await agencyById(tx, agencyId))!;
  await notify(work, {
    agencyId: source.agencyId,
    personIds: [source.createdBy, ...editors.map((person) => person.id)],
    cause: `content-reused:${source.id}:${id}:${at.toISOString()}`,
    kind: "content",
    title: `${name} đã ${change} bài của cơ quan bạn: ${reuse.sourceTitle}`,
    href: `/workspace/noi-dung/${source.id}`,
  });
}
