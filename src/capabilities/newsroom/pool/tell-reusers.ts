import { and, eq, notInArray } from "drizzle-orm";
import { agencyById, notify, peopleWithRole } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { amongSeers } from "../readers/hidden.ts";
import { contentItem, contentReuse, contentRevision } from "../tables.ts";

/** What became of a source, as those are told who took it over. */
export type SourceChange = "đính chính" | "thu hồi" | "gỡ bỏ";

/**
 * Tells those who took an item over that its agency corrected it or took it back, each time once. Their own title is
 * told: that of a source that is gone may hold what must not be read.
 */
export async function tellReusers(
  work: Work,
  { id, agencyId }: { id: string; agencyId: string },
  change: SourceChange,
): Promise<void> {
  const { tx, at } = work;
  const taken = await tx
    .select({ item: contentItem, title: contentRevision.title })
    .from(contentReuse)
    .innerJoin(contentItem, eq(contentItem.id, contentReuse.itemId))
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(and(eq(contentReuse.sourceItemId, id), notInArray(contentItem.state, ["discarded", "removed"])));
  if (taken.length === 0) return;
  const from = (await agencyById(tx, agencyId))!.name;
  for (const { item, title } of taken) {
    const editors = await peopleWithRole(tx, item.agencyId, "editor");
    await notify(work, {
      agencyId: item.agencyId,
      personIds: await amongSeers(tx, item, [item.createdBy, ...editors.map((person) => person.id)]),
      cause: `content-source-changed:${item.id}:${at.toISOString()}`,
      kind: "content",
      title: `${from} đã ${change} bài gốc của bài cơ quan bạn lấy lại: ${title}`,
      href: `/workspace/noi-dung/${item.id}`,
    });
  }
}
