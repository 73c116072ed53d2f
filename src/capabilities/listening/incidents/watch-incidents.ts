import { and, eq, lte } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { listeningIncident } from "../tables.ts";
import { lightOf } from "./incident.ts";
import { INCIDENTS_HREF } from "./open-incident.ts";

const NEAR_MS = 4 * 3_600_000;

/** Tells, once each, who handles an incident that its hour is near, and those above, too, that it has passed. */
export async function watchIncidents(database: Database, now = new Date()): Promise<void> {
  const open = await database
    .select()
    .from(listeningIncident)
    .where(
      and(
        eq(listeningIncident.state, "open"),
        lte(listeningIncident.dueAt, new Date(now.getTime() + NEAR_MS)),
      ),
    );
  for (const row of open) {
    const isLate = lightOf(row, now) === "late";
    await work(
      database,
      systemActor(row.agencyId, "Theo dõi báo chí"),
      async (current) => {
        const personIds = [row.handlerId];
        if (isLate)
          for (const role of ["office", "leadership"] as const)
            personIds.push(...(await peopleWithRole(current.tx, row.agencyId, role)).map(({ id }) => id));
        await notify(current, {
          personIds,
          cause: `${isLate ? "listening-incident-late" : "listening-incident-due"}:${row.id}`,
          kind: "press",
          title: isLate
            ? `Quá giờ trả lời báo chí phê bình (${formatDateTime(row.dueAt)}): ${row.title}`
            : `Sắp hết giờ trả lời báo chí phê bình (${formatDateTime(row.dueAt)}): ${row.title}`,
          href: INCIDENTS_HREF,
        });
      },
      { at: now },
    );
  }
}
