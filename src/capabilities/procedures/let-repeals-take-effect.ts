import { and, eq, isNull } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { dropSearchText } from "#platform/search/search-text.ts";
import { proceduresChanged } from "./procedure-changed.ts";
import { procedure } from "./tables.ts";

/** On the day that a repeal named beforehand takes effect: its procedure goes from search, lists and pages. Gives how many. */
export async function letRepealsTakeEffect(database: Database, now = new Date()): Promise<number> {
  return database.transaction(async (tx) => {
    const due = await tx
      .select({ id: procedure.id })
      .from(procedure)
      .where(
        and(
          eq(procedure.state, "repealed"),
          eq(procedure.repealedOn, toVietnamDate(now).toString()),
          isNull(procedure.takenBackAt),
        ),
      );
    for (const { id } of due) await dropSearchText(tx, "procedure", id);
    if (due.length > 0)
      await proceduresChanged(
        tx,
        due.map(({ id }) => id),
      );
    return due.length;
  });
}
