import { and, desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import { calendarOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import { workingDaysAfter } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { apologyPolicy } from "../policy.ts";
import { apology, dossier } from "../tables.ts";
import { type Apology, faultsOf, subjectOf } from "./apology.ts";
import { maskedCode } from "./masked-code.ts";

const gone = () => new NotFound("Không có thư xin lỗi này trong cơ quan.");

/** One of the agency's apologies. @throws NotFound */
export async function apologyById(q: Queryable, agencyId: string, id: string): Promise<Apology> {
  const [found] = await q
    .select()
    .from(apology)
    .where(and(eq(apology.agencyId, agencyId), eq(apology.id, id)));
  if (!found) throw gone();
  return found;
}

/** One of the agency's apologies, held until the transaction ends. @throws NotFound */
export async function heldApology(q: Queryable, agencyId: string, id: string): Promise<Apology> {
  const [found] = await q
    .select()
    .from(apology)
    .where(and(eq(apology.agencyId, agencyId), eq(apology.id, id)))
    .for("update");
  if (!found) throw gone();
  return found;
}

const withDossier = (q: Queryable, agencyId: string) =>
  q
    .select({ apology, finishedOn: dossier.finishedOn })
    .from(apology)
    .leftJoin(dossier, and(eq(dossier.agencyId, apology.agencyId), eq(dossier.code, apology.code)))
    .where(eq(apology.agencyId, agencyId))
    .orderBy(desc(apology.draftedAt), desc(apology.id));

/** The agency's apologies, the newest first, each with what is wrong with it and what the caller may do. */
export async function presentApologies(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const rows = await withDossier(q, agencyId);
  const names = await personNames(
    q,
    rows.flatMap(({ apology: { draftedBy, approvedBy } }) =>
      [draftedBy, approvedBy].filter((id) => id !== null),
    ),
  );
  return {
    apologies: rows.map(({ apology: one, finishedOn }) => ({
      ...{ id: one.id, code: one.code, unit: one.unit, procedureCode: one.procedureCode },
      ...{ procedureName: one.procedureName, receivedOn: one.receivedOn, dueOn: one.dueOn },
      ...{ reason: one.reason, explanation: one.explanation, newDueOn: one.newDueOn, state: one.state },
      ...{ draftedAt: one.draftedAt, draftedByName: names.get(one.draftedBy) ?? "Hệ thống" },
      approvedByName: (one.approvedBy && names.get(one.approvedBy)) ?? null,
      ...{ sentOn: one.sentOn, sentHow: one.sentHow, withdrawnReason: one.withdrawnReason },
      ...{ publicUntil: one.publicUntil, removedAt: one.removedAt, removalReason: one.removalReason },
      ...{ publishedAt: one.publishedAt, maskedCode: maskedCode(one.code), finishedOn },
      faults: faultsOf(one, finishedOn, today().toString()),
      may: apologyPolicy.may(actor, subjectOf(one)),
    })),
    may: apologyPolicy.may(actor, { agencyId }),
  };
}

export interface PublicApology {
  id: string;
  code: string;
  unit: string;
  procedureName: string;
  reason: string;
  dueOn: string;
  /** Working days behind the promised day, up to the result or the new date. */
  daysLate: number | null;
  sentOn: string;
  newDueOn: string | null;
}

/** What the public may know of the apologies that stand on the portal, the newest first, and how many were taken off. */
export async function publicApologies(
  q: Queryable,
  agencyId: string,
): Promise<{ apologies: PublicApology[]; removed: number }> {
  const rows = (await withDossier(q, agencyId)).filter(({ apology: one }) => one.publishedAt !== null);
  const calendar = await calendarOf(q, agencyId);
  const standing = rows.filter(({ apology: one }) => one.removedAt === null);
  return {
    removed: rows.length - standing.length,
    apologies: standing.map(({ apology: one, finishedOn }) => {
      const until = finishedOn ?? one.newDueOn;
      return {
        ...{ id: one.id, code: maskedCode(one.code), unit: one.unit, procedureName: one.procedureName },
        ...{ reason: one.reason, dueOn: one.dueOn, sentOn: one.sentOn!, newDueOn: one.newDueOn },
        daysLate: until === null ? null : workingDaysAfter(calendar, one.dueOn, until),
      };
    }),
  };
}

/** When and why an apology was taken off the portal; null: it never stood there, or still does. */
export async function removalOf(
  q: Queryable,
  agencyId: string,
  id: string,
): Promise<{ removedAt: Date; reason: string } | null> {
  const [found] = await q
    .select({ removedAt: apology.removedAt, reason: apology.removalReason })
    .from(apology)
    .where(and(eq(apology.agencyId, agencyId), eq(apology.id, id)));
  return found?.removedAt && found.reason ? { removedAt: found.removedAt, reason: found.reason } : null;
}
