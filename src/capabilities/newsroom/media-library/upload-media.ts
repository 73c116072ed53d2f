import { writeFile } from "node:fs/promises";
import { and, eq } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import { withReceivedFile } from "#platform/files/files.ts";
import { cleanName } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset } from "../tables.ts";
import { columnsOf, type MediaFacts } from "./describe-media.ts";
import { keepFile } from "./keep-file.ts";
import { keepLikeness } from "./likeness/keep-likeness.ts";
import { type MediaAsset, mediaWords } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";

/** A file that lies at a path is looked at and kept; `facts` null: what it shows is said later. */
export async function storeMedia(
  work: Work,
  {
    path,
    fileName,
    uploadId,
    facts,
    bare = false,
  }: {
    path: string;
    fileName: string;
    uploadId: string | null;
    facts: MediaFacts | null;
    /** Of a picture neither place nor camera stays. */
    bare?: boolean;
  },
): Promise<MediaAsset> {
  const { tx, actor, at } = work;
  const id = uuidv7();
  // The file first: a kill between the two leaves a file that nobody names, never a name without its file.
  const kept = await keepFile(id, path, { bare });
  const columns = facts ? columnsOf(kept.sort, facts) : { alt: "", described: false };
  const named = { credit: null, source: null, ...columns, fileName: cleanName(fileName) || "tep" };
  const values = {
    id,
    agencyId: actor.agencyId,
    ...named,
    wordsPlain: mediaWords(named),
    ...kept,
    uploadedBy: actor.personId,
    uploadId,
    uploadedAt: at,
  };
  const [made] = await tx.insert(mediaAsset).values(values).onConflictDoNothing().returning();
  // The same file was on its way a second time; what was kept is named by nobody.
  if (!made) return (await sentBefore(work, uploadId))!;
  if (made.sort === "picture") await keepLikeness(tx, actor.agencyId, id);
  await work.record({ act: "upload-media", objectKind: "media", objectId: id, after: values });
  return made;
}

/**
 * Stores a file, a picture written anew, with what is stated of it; rights may be stated later, before it is published.
 * The same sending (`uploadId`) of the same person is stored once.
 */
export async function uploadMedia(
  work: Work,
  {
    bytes,
    fileName,
    uploadId = null,
    ...facts
  }: { bytes: Uint8Array; fileName: string; uploadId?: string | null | undefined } & MediaFacts,
): Promise<MediaAsset> {
  mediaPolicy.permit(work.actor, "upload", { agencyId: work.actor.agencyId });
  const before = await sentBefore(work, uploadId);
  if (before) return before;
  return withReceivedFile(async (path) => {
    await writeFile(path, bytes);
    return storeMedia(work, { path, fileName, uploadId, facts });
  });
}

/** What this sending of the person has become already. */
export async function sentBefore({ tx, actor }: Work, uploadId: string | null): Promise<MediaAsset | null> {
  if (uploadId === null) return null;
  const [found] = await tx
    .select()
    .from(mediaAsset)
    .where(and(eq(mediaAsset.uploadedBy, actor.personId), eq(mediaAsset.uploadId, uploadId)));
  return found ?? null;
}
