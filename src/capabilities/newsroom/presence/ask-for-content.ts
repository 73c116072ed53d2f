import { and, eq, gt } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { amongSeers } from "../readers/hidden.ts";
import { contentHold } from "../tables.ts";
import { lapsedBefore } from "./presence-queries.ts";

/** Asks whoever is writing to hand the item over. @throws Conflict when nobody else is writing */
export async function askForContent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "save", await itemOf(tx, actor, id));
  const [hold] = await tx
    .select()
    .from(contentHold)
    .where(and(eq(contentHold.itemId, id), gt(contentHold.seenAt, lapsedBefore(at))))
    .for("update");
  if (!hold || hold.personId === actor.personId)
    throw new Conflict("Hiện không có ai khác đang sửa bài; bạn có thể viết ngay.");
  await tx
    .update(contentHold)
    .set({ askedBy: actor.personId, askedAt: at })
    .where(eq(contentHold.itemId, id));
  const { title } = await revisionOf(tx, item.currentRevisionId);
  await notify(work, {
    personIds: await amongSeers(tx, item, [hold.personId]),
    cause: `content-asked:${id}:${actor.personId}:${hold.since.toISOString()}`,
    kind: "content",
    title: `${actor.name} xin sửa bài: ${title}`,
    href: `/workspace/noi-dung/${id}`,
  });
  await work.record({
    act: "ask-for-content",
    objectKind: "content",
    objectId: id,
    after: { askedOf: hold.personId },
  });
}
