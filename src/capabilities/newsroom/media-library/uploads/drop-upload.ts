import { eq, inArray, lt } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { dropReceived, receivedBefore } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaUpload } from "../../tables.ts";
import { mediaPolicy } from "../policy.ts";
import { ownUpload } from "./upload-queries.ts";

/** Hours after which what nobody goes on sending is given up. */
const HOURS_KEPT = 48;

/** Gives up a file on its way, with what has come in of it. */
export async function dropUpload({ tx, actor }: Work, { id }: { id: string }): Promise<void> {
  mediaPolicy.permit(actor, "upload", { agencyId: actor.agencyId });
  await ownUpload(tx, actor, id);
  await tx.delete(mediaUpload).where(eq(mediaUpload.id, id));
  await dropReceived([id]);
}

/** Gives up what was left half-way, and files that no row names. */
export async function sweepUploads(database: Database, now = new Date()): Promise<void> {
  const since = new Date(now.getTime() - HOURS_KEPT * 3_600_000);
  const given = await database
    .delete(mediaUpload)
    .where(lt(mediaUpload.seenAt, since))
    .returning({ id: mediaUpload.id });
  await dropReceived(given.map(({ id }) => id));
  const old = await receivedBefore(since);
  if (old.length === 0) return;
  const ids = old.filter((name) => /^[0-9a-f-]{36}$/.test(name));
  const named = ids.length
    ? await database.select({ id: mediaUpload.id }).from(mediaUpload).where(inArray(mediaUpload.id, ids))
    : [];
  await dropReceived(old.filter((name) => !named.some(({ id }) => id === name)));
}
