import { eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { isDead } from "../deliveries/recover-deliveries.ts";
import { carrier } from "../deliveries/take-delivery.ts";
import { placementChange } from "../tables.ts";
import { settleChange } from "./settle-change.ts";

/**
 * Finds what workers that are no more had taken: before the visible call it is tried again, after it nobody knows and
 * the post is read back.
 */
export async function recoverChanges(database: Database, now: Date): Promise<void> {
  const taken = await database.select().from(placementChange).where(eq(placementChange.state, "running"));
  for (const [workerId, rows] of Map.groupBy(taken, ({ takenBy }) => takenBy!)) {
    if (!(await isDead(database, workerId))) continue;
    for (const { id, agencyId } of rows)
      await work(
        database,
        carrier(agencyId),
        async (current) => {
          const [row] = await current.tx
            .select()
            .from(placementChange)
            .where(eq(placementChange.id, id))
            .for("update");
          if (row?.state !== "running" || row.takenBy !== workerId) return;
          await settleChange(
            current,
            row,
            row.riskyAt === null
              ? { outcome: "retry", why: "Máy chủ dừng giữa chừng khi chưa gọi kênh; hệ thống làm lại." }
              : { outcome: "unknown", why: "Máy chủ dừng giữa chừng sau khi đã gọi kênh." },
          );
        },
        { at: now },
      );
  }
}
