import { createHash } from "node:crypto";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { picturesOf } from "../media-library/public-media.ts";
import {
  contentItem,
  contentRevision,
  outsideCheck,
  outsideCheckToken,
  reviewDecision,
  reviewRun,
} from "../tables.ts";
import { checkEnd } from "./outside-check.ts";

export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** A decision that ended a submission of the text after the expert was asked. */
const decidedSince = sql<boolean>`exists (
  select from ${reviewDecision} d join ${reviewRun} r on r.id = d.run_id
  where r.item_id = ${outsideCheck.itemId} and d.outcome <> 'approved' and d.at > ${outsideCheck.askedAt})`;

const withItem = (q: Queryable) =>
  q
    .select({ check: outsideCheck, item: contentItem, text: contentRevision, decidedSince })
    .from(outsideCheck)
    .innerJoin(contentItem, eq(contentItem.id, outsideCheck.itemId))
    .innerJoin(contentRevision, eq(contentRevision.id, outsideCheck.revisionId));

/** What a link leads to, with why it has ended; undefined: no such link. `lock` holds it until the transaction ends. */
export async function checkByToken(
  q: Queryable,
  token: string,
  now: Date,
  { lock = false }: { lock?: boolean } = {},
) {
  const query = withItem(q)
    .innerJoin(outsideCheckToken, eq(outsideCheckToken.checkId, outsideCheck.id))
    .where(eq(outsideCheckToken.tokenHash, hashOf(token)));
  const [found] = lock ? await query.for("update", { of: outsideCheck }) : await query;
  return (
    found && {
      ...found,
      end: checkEnd(found.check, { ...found.item, decidedSince: found.decidedSince }, now),
    }
  );
}

/** The checks of an item, the oldest first. */
export async function presentChecks(q: Queryable, itemId: string, now: Date) {
  const rows = await withItem(q).where(eq(outsideCheck.itemId, itemId)).orderBy(asc(outsideCheck.askedAt));
  return rows.map((row) => ({
    ...row.check,
    number: row.text.number,
    end: checkEnd(row.check, { ...row.item, decidedSince: row.decidedSince }, now),
  }));
}

/** Whether an open link shows this of the library. */
export async function isShownByLink(
  q: Queryable,
  token: string | undefined,
  mediaId: string,
): Promise<boolean> {
  if (!token) return false;
  const found = await checkByToken(q, token, new Date());
  return found !== undefined && found.end === null && picturesOf(found.text).includes(mediaId);
}

export const checkOfItem = async (q: Queryable, itemId: string, id: string) => {
  const [found] = await q
    .select()
    .from(outsideCheck)
    .where(and(eq(outsideCheck.itemId, itemId), eq(outsideCheck.id, id)))
    .for("update");
  return found;
};
