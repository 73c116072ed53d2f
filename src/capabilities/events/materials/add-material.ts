import { eq } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { heldEvent, redrawEvents, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventMaterial } from "../tables.ts";

const MOST = 30;

async function eventToAdd({ tx, actor }: Work, eventId: string) {
  const row = await heldEvent(tx, actor.agencyId, eventId);
  eventPolicy.permit(actor, "hold", subjectOf(row));
  if ((await tx.$count(eventMaterial, eq(eventMaterial.eventId, eventId))) >= MOST)
    throw new Conflict(`Một sự kiện có nhiều nhất ${MOST} tài liệu.`);
  return row;
}

/** Names a text of the newsroom as material; the public is led to it once it is published. @throws Forbidden, NotFound */
export async function addText(
  work: Work,
  { id, contentId }: { id: string; contentId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  await eventToAdd(work, id);
  const text = (await contentToDeliver(tx, actor, [contentId])).get(contentId);
  if (!text) throw new NotFound("Không có bài này.");
  await tx
    .insert(eventMaterial)
    .values({
      id: uuidv7(),
      agencyId,
      eventId: id,
      label: text.title || "Bài chưa có tiêu đề",
      contentId,
      addedAt: at,
    })
    .onConflictDoNothing();
  await work.record({
    ...{ act: "add-event-material", objectKind: "event", objectId: id },
    after: { label: text.title },
  });
  await redrawEvents(tx);
}

/** Keeps a file to be handed out; sent twice it is one. @throws Forbidden, Unacceptable */
export async function addFile(
  work: Work,
  { id, materialId, label, file }: { id: string; materialId: string; label: string; file: File },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  await eventToAdd(work, id);
  const kept = await usableFile(new Uint8Array(await file.arrayBuffer()), file.name).catch(
    (error: unknown) => {
      if (error instanceof UnusableFile)
        throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
      throw error;
    },
  );
  const [made] = await tx
    .insert(eventMaterial)
    .values({
      ...{ id: materialId, agencyId, eventId: id, label: label || kept.fileName, addedAt: at },
      ...{ fileName: kept.fileName, contentType: kept.contentType, bytes: kept.bytes.byteLength },
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [before] = await tx.select().from(eventMaterial).where(eq(eventMaterial.id, materialId));
    if (before?.agencyId === agencyId && before.eventId === id) return;
    throw new NotFound("Không có tài liệu này.");
  }
  await putFile(materialId, kept.bytes);
  await work.record({
    ...{ act: "add-event-material", objectKind: "event", objectId: id },
    after: { label: made.label },
  });
  await redrawEvents(tx);
}
