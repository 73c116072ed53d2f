import { and, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { notice, noticeSending } from "../tables.ts";
import type { Way } from "./due-sendings.ts";

/** The notice is marked in the application as needed no more, and not sent this way. */
export async function settleNotice(q: Queryable, noticeId: string, why: string, way: Way): Promise<void> {
  await q.update(notice).set({ settledAt: new Date(), settledWhy: why }).where(eq(notice.id, noticeId));
  await q
    .update(noticeSending)
    .set({ state: "dropped", mailId: null })
    .where(and(eq(noticeSending.noticeId, noticeId), eq(noticeSending.way, way)));
}
