import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { announceEvent } from "./announce-event.ts";
import { heldEvent } from "./event-queries.ts";
import { holdEvent } from "./holding/hold-event.ts";
import { postponeEvent } from "./postpone-event.ts";
import { type SampleEvent, sampleEvents } from "./sample-events.ts";
import { saveEvent } from "./save-event.ts";
import { loadSampleDialogue } from "./seed-dialogue.ts";

/** By kind of row and number; the same at each load. */
const sampleId = (kind: number, index: number) =>
  `01970000-0000-7000-8000-00e${kind}${index.toString(16).padStart(8, "0")}`;

const person = (email: string, name: string, role: Role, unit: string): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: sampleUnitId(unit) }],
});
const clerk = person("office", "Hoàng Thị Mẫu", "office", "van-phong");
const leader = person("leadership", "Trần Thị Mẫu", "leadership", "lanh-dao");

/** Eight in the morning in Việt Nam, so many days from now. */
const morning = (inDays: number): Date => {
  const day = Temporal.Now.zonedDateTimeISO(VIETNAM).toPlainDate().add({ days: inDays });
  return new Date(day.toZonedDateTime({ timeZone: VIETNAM, plainTime: "08:00" }).epochMilliseconds);
};

async function loadEvent(database: Database, one: SampleEvent, id: string): Promise<void> {
  const { unit, inDays, hours, obligations, stage, reason, attended, ...fields } = one;
  const as = (who: Actor, onDay: number, run: (current: Work) => Promise<unknown>) =>
    work(database, who, run, { at: morning(onDay) });
  const startsAt = morning(inDays);
  const wrote = Math.min(0, inDays) - 10;
  await as(clerk, wrote, (current) =>
    saveEvent(current, {
      ...fields,
      ...{ id, startsAt, endsAt: new Date(startsAt.getTime() + hours * 3_600_000), reason: "" },
      ...{ leadUnitId: sampleUnitId(unit), questionsUntil: null },
      obligationIds: obligations.map(sampleObligationId),
    }),
  );
  if (stage === "draft") return;
  await as(leader, wrote + 1, async (current) => {
    const { changedAt } = await heldEvent(current.tx, SAMPLE_AGENCY_ID, id);
    await announceEvent(current, { id, changedAt });
  });
  if (stage === "postponed")
    await as(leader, wrote + 8, (current) => postponeEvent(current, { id, reason: reason! }));
  if (stage === "held")
    await as(clerk, inDays + 1, (current) =>
      holdEvent(current, {
        ...{ id, attended: attended!, countedHow: "estimate" },
        heldNote: "Ngày hội diễn ra theo chương trình; gian hướng dẫn tiếp 140 lượt người (dữ liệu mẫu).",
      }),
    );
}

/** Events of the sample department in every stage, one a dialogue whose promises were kept; all invented. */
export async function loadSample(database: Database): Promise<void> {
  for (const [index, one] of sampleEvents.entries()) await loadEvent(database, one, sampleId(1, index + 1));
  await loadSampleDialogue(database, { clerk, leader, morning, sampleId });
}
