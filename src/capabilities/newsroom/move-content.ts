import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import { type ContentMove, stateAfter, stateLabels } from "./content-item.ts";
import type { ContentItem, ContentRevision } from "./content-queries.ts";
import { contentEvent, contentItem } from "./tables.ts";

/** Moves an item that the caller has locked and checked, with its history and audit. @throws Conflict */
export async function moveContent(
  work: Work,
  item: ContentItem,
  move: ContentMove,
  {
    set = {},
    reason = null,
    note = null,
  }: {
    set?: Partial<typeof contentItem.$inferInsert>;
    reason?: string | null;
    note?: string | null;
  } = {},
): Promise<ContentItem> {
  const { tx, actor, at } = work;
  const state = stateAfter(move, item.state);
  if (state === null)
    throw new Conflict(
      `Nội dung đang ở trạng thái “${stateLabels[item.state]}” nên không làm được việc này.`,
    );
  const [moved] = await tx
    .update(contentItem)
    .set({ ...set, state, updatedAt: at })
    .where(eq(contentItem.id, item.id))
    .returning();
  await addEvent(work, moved!, move, { fromState: item.state, reason, note });
  await work.record({
    act: `${move}-content`,
    objectKind: "content",
    objectId: item.id,
    before: { state: item.state, revisionId: item.currentRevisionId },
    after: {
      state,
      revisionId: moved!.currentRevisionId,
      personId: actor.personId,
      ...(note && { inTheNameOf: note }),
    },
    reason,
  });
  return moved!;
}

/** Which text exactly an act was about, for readers of the history: "Bản 2, mã 83bfa81fc1b0". */
export const exactText = ({ number, hash }: Pick<ContentRevision, "number" | "hash">): string =>
  `Bản ${number}, mã ${hash.slice(0, 12)}`;

/** Writes a line of the item's history. */
export async function addEvent(
  { tx, actor, at }: Work,
  item: ContentItem,
  event: string,
  {
    fromState = null,
    reason = null,
    note = null,
  }: { fromState?: ContentItem["state"] | null; reason?: string | null; note?: string | null } = {},
): Promise<void> {
  await tx.insert(contentEvent).values({
    id: uuidv7(),
    agencyId: item.agencyId,
    itemId: item.id,
    event,
    fromState,
    toState: item.state,
    revisionId: item.currentRevisionId,
    personId: actor.personId === SYSTEM_PERSON ? null : actor.personId,
    personName: actor.name,
    reason,
    note: note || null,
    at,
  });
}
