import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { eventOf, heldEvent, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventCheckIn, eventRegistration } from "../tables.ts";
import { attendanceOf, registrationByCode } from "./attendance-queries.ts";
import type { CheckInAnswer } from "./registration.ts";

export interface ScannedOnce {
  /** Given by the device when it scanned: sent again it is the same. */
  id: string;
  /** Null: somebody without an invitation. */
  code: string | null;
  people: number;
  at: Date;
}

/** Takes what a device at the door has seen, in whatever order and however often it is sent. @throws Forbidden, Conflict */
export async function checkIn(
  work: Work,
  { id, scans }: { id: string; scans: ScannedOnce[] },
): Promise<{ id: string; answer: CheckInAnswer; people: number }[]> {
  const { tx, actor, at: receivedAt } = work;
  const { agencyId } = actor;
  const row = await heldEvent(tx, agencyId, id);
  eventPolicy.permit(actor, "hold", subjectOf(row));
  if (row.state !== "announced" && row.state !== "held")
    throw new Conflict("Chỉ điểm danh sự kiện đã công bố, không hoãn, không hủy.");
  const answers: { id: string; answer: CheckInAnswer; people: number }[] = [];
  let taken = 0;
  for (const { id: scanId, code, people, at } of scans) {
    const [sentBefore] = await tx
      .select()
      .from(eventCheckIn)
      .where(and(eq(eventCheckIn.id, scanId), eq(eventCheckIn.agencyId, agencyId)));
    if (sentBefore) {
      answers.push({ id: scanId, answer: "new", people: sentBefore.people });
      continue;
    }
    const registration = code === null ? null : await registrationByCode(tx, id, code);
    if (code !== null && (!registration || registration.cancelledAt)) {
      answers.push({ id: scanId, answer: registration ? "cancelled" : "unknown", people: 0 });
      continue;
    }
    const counted = registration?.people ?? people;
    const [made] = await tx
      .insert(eventCheckIn)
      .values({
        ...{ id: scanId, agencyId, eventId: id, registrationId: registration?.id ?? null, people: counted },
        ...{
          at: new Date(Math.min(at.getTime(), receivedAt.getTime())),
          receivedAt,
          byPersonId: actor.personId,
        },
      })
      .onConflictDoNothing()
      .returning();
    answers.push({ id: scanId, answer: made ? "new" : "again", people: counted });
    if (made) taken += counted;
  }
  if (taken > 0)
    await work.record({ act: "check-in", objectKind: "event", objectId: id, after: { people: taken } });
  return answers;
}

/** What a device keeps to judge invitations without a network: only prints of codes, so a lost phone tells nothing. */
export const printOfCode = (eventId: string, code: string): string =>
  createHash("sha256").update(`${eventId} ${code}`).digest("base64url").slice(0, 16);

/** An event as the door needs it. @throws Forbidden, NotFound */
export async function presentDoor(q: Queryable, actor: Actor, id: string) {
  const row = await eventOf(q, actor.agencyId, id);
  eventPolicy.permit(actor, "read", subjectOf(row));
  const rows = await q
    .select({ code: eventRegistration.code, people: eventRegistration.people, checkIn: eventCheckIn.id })
    .from(eventRegistration)
    .leftJoin(eventCheckIn, eq(eventCheckIn.registrationId, eventRegistration.id))
    .where(and(eq(eventRegistration.eventId, id), isNull(eventRegistration.cancelledAt)));
  return {
    ...{
      id,
      title: row.title,
      place: row.place,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      state: row.state,
    },
    ...(await attendanceOf(q, id)),
    prints: rows.map(({ code, people, checkIn }) => ({
      print: printOfCode(id, code),
      ...{ people, isIn: checkIn !== null },
    })),
  };
}
