import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import type { ContentItem } from "../content-queries.ts";
import { kindOf } from "../kinds/index.ts";
import { contentRevision, deliverable } from "../tables.ts";
import type { Deliverable, Story } from "./story-queries.ts";

const LONGEST_TITLE = 160;

const kindWord = (slug: string) => kindOf(slug)?.label ?? "Sản phẩm";

/** A person is told of a deliverable once, however often its other parts change. */
export async function tellAssignee(work: Work, its: Story, row: Deliverable): Promise<void> {
  if (row.personId === null || row.personId === work.actor.personId) return;
  await notify(work, {
    personIds: [row.personId],
    cause: `deliverable-assigned:${row.id}`,
    kind: "deliverable",
    title: `${kindWord(row.kind)}, hạn ${formatDateTime(row.dueAt)}: ${beginning(its.title, LONGEST_TITLE)}`,
    href: `/workspace/de-tai/${its.id}`,
  });
}

/** Who makes it is told when somebody else has moved the moment by which it is to be ready. */
export async function tellMovedDue(
  { work, story: its, row }: { work: Work; story: Story; row: Deliverable },
  before: Date,
): Promise<void> {
  const { personId, dueAt } = row;
  if (personId === null || personId === work.actor.personId || dueAt.getTime() === before.getTime()) return;
  await notify(work, {
    personIds: [personId],
    // Moved there and back again, each move is told.
    cause: `deliverable-moved:${row.id}:${work.at.toISOString()}:${dueAt.toISOString()}`,
    kind: "deliverable",
    title: `${work.actor.name} chuyển hạn của bạn từ ${formatDateTime(before)} sang ${formatDateTime(dueAt)}: ${kindWord(row.kind)} “${beginning(its.title, LONGEST_TITLE)}”`,
    href: `/workspace/de-tai/${its.id}`,
  });
}

/** Who makes a text, else who began it, is told when somebody else has moved its publication. */
export async function tellMovedPublication(
  work: Work,
  item: ContentItem,
  { from, to }: { from: Date; to: Date },
): Promise<void> {
  const { tx, actor, at } = work;
  const [its] = await tx
    .select({ personId: deliverable.personId })
    .from(deliverable)
    .where(eq(deliverable.itemId, item.id));
  const personId = its?.personId ?? item.createdBy;
  if (personId === actor.personId || from.getTime() === to.getTime()) return;
  const [text] = await tx
    .select({ title: contentRevision.title })
    .from(contentRevision)
    .where(eq(contentRevision.id, item.currentRevisionId));
  await notify(work, {
    personIds: [personId],
    cause: `content-moved:${item.id}:${at.toISOString()}:${to.toISOString()}`,
    kind: "content",
    title: `${actor.name} chuyển giờ đăng bài của bạn từ ${formatDateTime(from)} sang ${formatDateTime(to)}: “${beginning(text!.title, LONGEST_TITLE)}”`,
    href: `/workspace/noi-dung/${item.id}`,
  });
}
