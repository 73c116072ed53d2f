import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { May } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "../content-item.ts";
import { kindOf } from "../kinds/index.ts";
import { presentList } from "../present-content.ts";
import { channelLabel } from "./channels.ts";
import type { Entry } from "./entry-queries.ts";
import { deliverablePolicy } from "./policy.ts";

/** The moment under which an entry stands in the calendar: out, to come out, or to be ready. */
function momentOf({ item, deliverable }: Pick<Entry, "item" | "deliverable">) {
  if (item?.publishedAt && ["published", "withdrawn", "removed"].includes(item.state))
    return { at: item.publishedAt, means: "published" as const };
  if (item?.state === "scheduled" && item.scheduledAt)
    return { at: item.scheduledAt, means: "scheduled" as const };
  return deliverable ? { at: deliverable.dueAt, means: "due" as const } : { at: null, means: null };
}

/** Which moment the caller may move, or why none. */
function moveOf(
  item: { state: ContentState; urgent: boolean; may: May<"takeBack"> } | null,
  may: May<"move"> | null,
): { what: "due" | "publication" | null; why: string | null } {
  const none = (why: string | null) => ({ what: null, why });
  if (item && ["published", "withdrawn", "removed"].includes(item.state))
    return none("Đã đăng nên không chuyển ngày được.");
  if (item?.state === "scheduled") {
    if (item.urgent) return none("Nội dung đăng khẩn không đổi giờ được.");
    const { allowed, why } = item.may.takeBack;
    return allowed ? { what: "publication", why: null } : none(why);
  }
  if (may === null)
    return none("Chưa có ngày: hạn đặt ở sản phẩm của đề tài, giờ đăng hẹn sau khi bài được duyệt.");
  return may.move.allowed ? { what: "due", why: null } : none(may.move.why);
}

/** Lines of table, board and calendar as the API answers them, each with what the caller may do. */
export async function presentEntries(q: Queryable, actor: Actor, entries: Entry[]) {
  const listed = await presentList(
    q,
    actor,
    entries.flatMap((entry) => (entry.item ? [{ ...entry, item: entry.item }] : [])),
  );
  const byItem = new Map(listed.map((item) => [item.id, item]));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    entries.flatMap(({ deliverable }) => (deliverable?.personId ? [deliverable.personId] : [])),
  );
  return entries.map((entry) => {
    const { deliverable: its, storyTitle, title } = entry;
    const item = entry.item ? byItem.get(entry.item.id)! : null;
    const kind = item?.kind ?? its!.kind;
    const unitId = item?.unitId ?? its!.unitId;
    const may =
      its &&
      deliverablePolicy.may(actor, { ...its, itemState: entry.item?.state ?? null, storyDroppedAt: null });
    return {
      id: item?.id ?? its!.id,
      item,
      title,
      state: item?.state ?? ("planned" as const),
      kind,
      kindLabel: kindOf(kind)?.label ?? "Nội dung khác",
      channelLabel: channelLabel(its?.channel ?? kindOf(kind)?.channels[0] ?? ""),
      unitId,
      unitName: units.find(({ id }) => id === unitId)?.name ?? "",
      /** Who makes it: the assignee, or who began to write. */
      personName: (its?.personId ? names.get(its.personId) : item?.createdByName) ?? null,
      updatedAt: item?.updatedAt ?? its!.updatedAt,
      ...momentOf(entry),
      move: moveOf(item, may),
      deliverable: its && {
        id: its.id,
        storyId: its.storyId,
        storyTitle: storyTitle ?? "",
        dueAt: its.dueAt,
        may: may!,
      },
    };
  });
}
