import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { removeFiles } from "#platform/files/files.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { mediaAsset } from "../../tables.ts";
import { originalKey } from "../keep-file.ts";
import { whereUsed } from "../where-used.ts";
import { goneBefore } from "./kept-days.ts";

/**
 * Takes away for good what was in the bin long enough; its row stays for the history of texts. The files go first: after
 * a kill between the two the row is still due, and taking away what is not there is no fault. What a text uses all the
 * same comes out of the bin again.
 */
export async function emptyBin(database: Database, now = new Date()): Promise<number> {
  let count = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const [due] = await database
      .select({ id: mediaAsset.id, agencyId: mediaAsset.agencyId })
      .from(mediaAsset)
      .where(
        and(isNull(mediaAsset.goneAt), lt(mediaAsset.binnedAt, goneBefore(now)), gt(mediaAsset.id, after)),
      )
      .orderBy(asc(mediaAsset.id))
      .limit(1);
    if (!due) return count;
    after = due.id;
    await work(database, systemActor(due.agencyId), async (current) => {
      const { tx } = current;
      const [before] = await tx
        .select()
        .from(mediaAsset)
        .where(and(eq(mediaAsset.id, due.id), isNull(mediaAsset.goneAt)))
        .for("update", { skipLocked: true });
      if (!before?.binnedAt || before.binnedAt >= goneBefore(now)) return;
      const isUsed = ((await whereUsed(tx, due.agencyId, [due.id])).get(due.id) ?? []).some(
        ({ holds }) => holds,
      );
      if (!isUsed) {
        await removeFiles([due.id, originalKey(due.id), ...(before.posterId ? [before.posterId] : [])]);
        await tx.execute(sql`delete from media_likeness where media_id = ${due.id}`);
      }
      const [changed] = await tx
        .update(mediaAsset)
        .set(isUsed ? { binnedAt: null, binnedBy: null } : { goneAt: now })
        .where(eq(mediaAsset.id, due.id))
        .returning();
      await current.record({
        act: isUsed ? "restore-media" : "purge-media",
        objectKind: "media",
        objectId: due.id,
        before,
        after: changed,
      });
      count += isUsed ? 0 : 1;
    });
  }
}
