import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { endedMails, peopleOfAgency, peopleStanding, recipientOf } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { sendsMail } from "#platform/config/own-secret.ts";
import type { Queryable } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { reportPolicy } from "../../policy.ts";
import { leadershipPolicy } from "../policy.ts";
import { nextSlot, type SentThing } from "./schedule.ts";
import { briefSchedule, briefSchedulePerson, briefSending } from "./tables.ts";

export type Schedule = typeof briefSchedule.$inferSelect;

const MOST_TOLD = 300;

/** One of the agency's schedules, held until the act is over. @throws NotFound */
export async function heldSchedule(q: Queryable, agencyId: string, id: string): Promise<Schedule> {
  const [found] = await q
    .select()
    .from(briefSchedule)
    .where(and(eq(briefSchedule.agencyId, agencyId), eq(briefSchedule.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có lịch gửi này trong cơ quan.");
  return found;
}

export const peopleOfSchedule = async (q: Queryable, scheduleId: string): Promise<string[]> =>
  (
    await q
      .select({ id: briefSchedulePerson.personId })
      .from(briefSchedulePerson)
      .where(eq(briefSchedulePerson.scheduleId, scheduleId))
      .orderBy(asc(briefSchedulePerson.personId))
  ).map(({ id }) => id);

/** Why somebody may not get it today; null: may. Nobody is who has left, is locked out, or is of another agency. */
export function whyWithheld(recipient: Actor | null, agencyId: string, what: SentThing): string | null {
  if (recipient === null || recipient.agencyId !== agencyId)
    return "Người nhận đã rời cơ quan hoặc bị khóa tài khoản.";
  const hindrance =
    what === "brief"
      ? leadershipPolicy.hindrance(recipient, "read", { agencyId })
      : reportPolicy.hindrance(recipient, "read", { agencyId, writers: [] });
  return hindrance === null ? null : "Người nhận không còn quyền xem.";
}

/** People to whom either may go, with which of the two. */
async function peopleToChoose(q: Queryable, agencyId: string) {
  const people = [];
  for (const { id, name } of await peopleOfAgency(q, agencyId)) {
    const recipient = await recipientOf(q, id);
    const may = (what: SentThing) => whyWithheld(recipient, agencyId, what) === null;
    people.push({ id, name, brief: may("brief"), report: may("report") });
  }
  return people.filter(({ brief, report }) => brief || report);
}

const outcomes = {
  sent: "Đã gửi",
  unknown: "Chưa rõ đã tới hay chưa",
  refused: "Máy chủ thư từ chối",
  unneeded: "Không gửi",
} as const;

/** Schedules with their people and the next time, what was sent, and what the caller may do. */
export async function presentSchedules(q: Queryable, actor: Actor, now = new Date()) {
  const { agencyId } = actor;
  leadershipPolicy.permit(actor, "see-schedules", { agencyId });
  const mayChoose = leadershipPolicy.hindrance(actor, "schedule", { agencyId }) === null;
  const schedules = await q
    .select()
    .from(briefSchedule)
    .where(eq(briefSchedule.agencyId, agencyId))
    .orderBy(desc(briefSchedule.madeAt), desc(briefSchedule.id));
  const listed = schedules.length
    ? await q
        .select()
        .from(briefSchedulePerson)
        .where(
          inArray(
            briefSchedulePerson.scheduleId,
            schedules.map(({ id }) => id),
          ),
        )
    : [];
  const names = await peopleStanding(q, agencyId, [
    ...listed.map(({ personId }) => personId),
    ...schedules.map(({ madeBy }) => madeBy),
  ]);
  const isOff = await daysOffOf(q, agencyId);
  const sendings = await q
    .select()
    .from(briefSending)
    .where(eq(briefSending.agencyId, agencyId))
    .orderBy(desc(briefSending.dueAt), asc(briefSending.personName), asc(briefSending.id))
    .limit(MOST_TOLD);
  const mails = await endedMails(
    q,
    sendings.flatMap(({ mailId }) => mailId ?? []),
  );
  const nameOf = new Map(schedules.map(({ id, name }) => [id, name]));
  return {
    schedules: schedules.map((one) => ({
      ...{ id: one.id, name: one.name, what: one.what, every: one.every, day: one.day, hour: one.hour },
      ...{ state: one.state, madeByName: names.get(one.madeBy)?.name ?? "" },
      people: listed
        .filter(({ scheduleId }) => scheduleId === one.id)
        .map(({ personId }) => ({ id: personId, name: names.get(personId)?.name ?? "" })),
      nextAt: one.state === "active" ? (nextSlot(one, now, isOff)?.at ?? null) : null,
    })),
    history: sendings.map((one) => {
      const mail = one.mailId === null ? undefined : mails.get(one.mailId);
      const why = one.withheld ?? mail?.lastError ?? null;
      return {
        ...{ id: one.id, scheduleName: nameOf.get(one.scheduleId) ?? "", personName: one.personName },
        ...{ periodLabel: parsePeriod(one.periodCode, "decree").label, dueAt: one.dueAt },
        outcome:
          one.mailId === null
            ? "Không gửi"
            : mail
              ? (outcomes[mail.state as keyof typeof outcomes] ?? "Chờ gửi")
              : "Chờ gửi",
        isFault: mail?.state === "refused" || mail?.state === "unknown",
        why: mail?.state === "sent" ? null : why,
      };
    }),
    people: mayChoose ? await peopleToChoose(q, agencyId) : [],
    sendsMail: sendsMail(),
    may: leadershipPolicy.may(actor, { agencyId }),
  };
}
