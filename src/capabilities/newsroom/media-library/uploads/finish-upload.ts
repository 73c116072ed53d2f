import { eq, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { receivedBytes, receivingPath } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaUpload } from "../../tables.ts";
import type { MediaFacts } from "../describe-media.ts";
import type { MediaAsset } from "../media-queries.ts";
import { mediaPolicy } from "../policy.ts";
import { sentBefore, storeMedia } from "../upload-media.ts";
import { ownUpload } from "./upload-queries.ts";

/** What has wholly come in is looked at and kept in the library, once. @throws Conflict when bytes are missing */
export async function finishUpload(
  work: Work,
  { id, facts, bare = false }: { id: string; facts: MediaFacts | null; bare?: boolean },
): Promise<MediaAsset> {
  const { tx, actor } = work;
  mediaPolicy.permit(actor, "upload", { agencyId: actor.agencyId });
  // The same call a second time waits for the first, and is answered with what it made.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
  const before = await sentBefore(work, id);
  if (before) return before;
  const { fileName, bytes } = await ownUpload(tx, actor, id);
  const received = await receivedBytes(id);
  if (received !== bytes) throw new Conflict("Tệp chưa tải lên đủ; hãy bấm tải tiếp.", { received });
  const made = await storeMedia(work, { path: receivingPath(id), fileName, uploadId: id, facts, bare });
  await tx.delete(mediaUpload).where(eq(mediaUpload.id, id));
  return made;
}
