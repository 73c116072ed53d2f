import { and, asc, eq, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { receivedBytes } from "#platform/files/files.ts";
import { mediaAsset, mediaUpload } from "../../tables.ts";

export type MediaUpload = typeof mediaUpload.$inferSelect;

/** One's own upload on its way. @throws NotFound */
export async function ownUpload(
  q: Queryable,
  { agencyId, personId }: Actor,
  id: string,
): Promise<MediaUpload> {
  const [found] = await q
    .select()
    .from(mediaUpload)
    .where(
      and(eq(mediaUpload.id, id), eq(mediaUpload.agencyId, agencyId), eq(mediaUpload.personId, personId)),
    );
  if (!found) throw new NotFound("Không có lượt tải lên này, hoặc nó đã quá hạn; hãy tải lại tệp từ đầu.");
  return found;
}

/** What one has begun to send and not ended, each with the bytes that are there. */
export async function uploadsOf(q: Queryable, { agencyId, personId }: Actor) {
  const rows = await q
    .select()
    .from(mediaUpload)
    .where(and(eq(mediaUpload.agencyId, agencyId), eq(mediaUpload.personId, personId)))
    .orderBy(asc(mediaUpload.begunAt));
  return Promise.all(rows.map(async (row) => ({ ...row, received: await receivedBytes(row.id) })));
}

/** Bytes that the libraries of all agencies hold or have promised to take. */
export async function bytesInStore(q: Queryable): Promise<number> {
  const { rows } = await q.execute<{ bytes: string }>(
    sql`select coalesce((select sum(bytes) from ${mediaAsset} where ${mediaAsset.goneAt} is null), 0) + coalesce((select sum(bytes) from ${mediaUpload}), 0) as bytes`,
  );
  return Number(rows[0]!.bytes);
}
