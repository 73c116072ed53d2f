import { notify, peopleWithRole } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { spokesperson } from "../../tables.ts";
import { limitsOf } from "../limits/limits.ts";
import { redrawSpeakers } from "./redraw-speakers.ts";
import { nextGap, speaksOn } from "./spokesperson.ts";
import { LOOK_DAYS, speaksForAll, termsOf } from "./spokesperson-queries.ts";

const HREF = "/workspace/bao-chi?the=phat-ngon";

async function watchOne(current: Work, agencyId: string, day: string): Promise<void> {
  const rows = await termsOf(current.tx, agencyId);
  const { warnedDays } = await limitsOf(current.tx, agencyId);
  const personIds: string[] = [];
  for (const role of ["office", "editor", "leadership"] as const)
    personIds.push(...(await peopleWithRole(current.tx, agencyId, role)).map(({ id }) => id));
  const told = { personIds, href: HREF, kind: "press" as const };
  const general = rows.filter(speaksForAll);
  for (const row of rows) {
    if (row.toDate === null || row.endedReason !== null || !speaksOn(row, day)) continue;
    const { days } = Temporal.PlainDate.from(day).until(row.toDate);
    const warned = warnedDays.filter((limit) => days <= limit).at(-1);
    if (warned === undefined) continue;
    const after = Temporal.PlainDate.from(row.toDate).add({ days: 1 }).toString();
    const rest =
      speaksForAll(row) && !general.some((one) => speaksOn(one, after)) ? "; sau đó chưa có ai thay" : "";
    await notify(current, {
      ...told,
      cause: `spokesperson-expires:${row.id}:${warned}:${row.toDate}`,
      title: `${row.name} phát ngôn đến hết ${formatDate(row.toDate)}${rest}`,
    });
  }
  const gap = general.length === 0 ? null : nextGap(general, day, LOOK_DAYS);
  if (gap?.from === day)
    await notify(current, {
      ...told,
      cause: `spokesperson-gap:${agencyId}:${general[0]!.id}`,
      title: `Từ ${formatDate(day)} cơ quan chưa có người phát ngôn; hãy ghi người được giao`,
    });
}

/** Each day: whose term ends soon, and that nobody speaks; the public page follows the day. Gives how many agencies. */
export async function watchSpokespeople(database: Database, now = new Date()): Promise<number> {
  const day = toVietnamDate(now).toString();
  const agencies = await database.selectDistinct({ agencyId: spokesperson.agencyId }).from(spokesperson);
  for (const { agencyId } of agencies) {
    await work(
      database,
      systemActor(agencyId, "Sổ người phát ngôn"),
      (current) => watchOne(current, agencyId, day),
      { at: now },
    );
    await redrawSpeakers(database, agencyId);
  }
  return agencies.length;
}
