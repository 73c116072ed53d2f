import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { listeningIncident, listeningSource } from "./tables.ts";

const ofSource = (why: (row: typeof listeningSource.$inferSelect) => string | null) =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(listeningSource)
        .where(and(eq(listeningSource.agencyId, agencyId), inArray(listeningSource.id, ids))),
    (row) => (row ? why(row) : "Nguồn tin không còn."),
  );

const ofIncident = (why: (row: typeof listeningIncident.$inferSelect, moment: string) => string | null) =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(listeningIncident)
        .where(and(eq(listeningIncident.agencyId, agencyId), inArray(listeningIncident.id, ids))),
    (row, { moment }) => (row ? why(row, moment) : "Vụ việc không còn."),
  );
const whileOpen = ofIncident(({ state }) =>
  state === "open" ? null : "Vụ việc này đã được trả lời hoặc khép lại.",
);

/** Feeds that could not be read and criticism that waits for an answer, looked up again. */
export const noticeMatters: NoticeMatters = {
  "listening-failing": ofSource(({ failingSince, offReason }) =>
    failingSince === null || offReason !== null ? "Nguồn tin đã đọc lại được hoặc đã ngừng theo dõi." : null,
  ),
  "listening-ended": ofSource(({ offReason }) =>
    offReason === null ? "Nguồn tin đã được theo dõi lại." : null,
  ),
  "listening-incident": ofIncident(({ state, handlerId }, moment) =>
    state !== "open"
      ? "Vụ việc này đã được trả lời hoặc khép lại."
      : handlerId === moment
        ? null
        : "Vụ việc này đã giao cho người khác.",
  ),
  "listening-incident-open": whileOpen,
  "listening-incident-due": whileOpen,
  "listening-incident-late": whileOpen,
};
