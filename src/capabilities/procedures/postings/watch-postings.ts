import { notify, peopleWithRole } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { procedure } from "../tables.ts";
import { isSettled } from "./posting.ts";
import { postingBoard } from "./posting-board.ts";

const BOARD_HREF = "/workspace/cong-khai-thu-tuc?xem=qua-han";

/** Each morning: what is not posted though its day has passed, told once for each day that passed. Gives how many agencies. */
export async function watchPostings(database: Database, now = new Date()): Promise<number> {
  const day = toVietnamDate(now).toString();
  const agencies = await database.selectDistinct({ agencyId: procedure.agencyId }).from(procedure);
  for (const { agencyId } of agencies) {
    const { rows } = await postingBoard(database, agencyId, day);
    const late = rows.flatMap(({ cells }) =>
      cells.flatMap(({ state, isLate, dueOn }) => (isLate && !isSettled(state) ? [dueOn!] : [])),
    );
    if (late.length === 0) continue;
    await work(
      database,
      systemActor(agencyId, "Theo dõi công khai thủ tục"),
      async (current) => {
        const people = [
          ...(await peopleWithRole(current.tx, agencyId, "office")),
          ...(await peopleWithRole(current.tx, agencyId, "editor")),
        ];
        for (const [dueOn, same] of Map.groupBy(late, (one) => one))
          await notify(current, {
            personIds: people.map(({ id }) => id),
            cause: `posting-late:${agencyId}:${dueOn}`,
            kind: "due",
            title: `${same.length} nơi chưa công khai thủ tục đúng hạn ${formatDate(dueOn)}`,
            href: BOARD_HREF,
          });
      },
      { at: now },
    );
  }
  return agencies.length;
}
