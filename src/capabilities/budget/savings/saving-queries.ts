import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import { personNames, portalBase } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { documentsOf } from "../estimates/estimate-queries.ts";
import { citizenSaving } from "../tables.ts";
import { countDossiers } from "./count-dossiers.ts";
import { savingPolicy } from "./policy.ts";
import { readPeriod } from "./save-saving.ts";
import { type Saved, savedByAll } from "./saving.ts";
import { SAVINGS_PATH } from "./savings-path.ts";

/** The savings of a reporting year with their sources, traces and sums; the sums are of what was approved. */
export async function presentSavings(q: Queryable, actor: Actor, { year }: { year: number }) {
  const { agencyId } = actor;
  savingPolicy.permit(actor, "read", { agencyId });
  const { from, to } = parsePeriod(String(year), "decree");
  const rows = await q
    .select()
    .from(citizenSaving)
    .where(
      and(eq(citizenSaving.agencyId, agencyId), gte(citizenSaving.fromOn, from), lte(citizenSaving.toOn, to)),
    )
    .orderBy(desc(citizenSaving.toOn), asc(citizenSaving.id));
  const people = await personNames(
    q,
    rows.flatMap(({ writers, decidedBy, withdrawnBy }) =>
      [...writers, decidedBy, withdrawnBy].flatMap((one) => one ?? []),
    ),
  );
  const nameOf = (personId: string | null) => (personId === null ? null : (people.get(personId) ?? ""));
  const documents = await documentsOf(q, { savingIds: rows.map(({ id }) => id) });
  const approved = rows
    .filter(({ state }) => state === "approved")
    .map((row) => savedByAll(row, row.dossiers));
  const sum = (of: keyof Saved) => approved.reduce((total, one) => total + one[of], 0);
  return {
    year,
    publicAddress: `${await portalBase(q, agencyId)}${SAVINGS_PATH}/${year}`,
    total: { minutes: sum("minutes"), ways: sum("ways"), dong: sum("dong") },
    savings: rows.map(({ agencyId: _, writers, decidedBy, withdrawnBy, ...row }) => ({
      ...row,
      periodLabel: parsePeriod(row.period, "decree").label,
      whole: savedByAll(row, row.dossiers),
      writerNames: writers.map((one) => people.get(one) ?? ""),
      ...{ decidedByName: nameOf(decidedBy), withdrawnByName: nameOf(withdrawnBy) },
      documents: documents.filter(({ ownerId }) => ownerId === row.id),
      may: savingPolicy.may(actor, { agencyId, writers }),
    })),
    may: savingPolicy.may(actor, { agencyId }),
  };
}

/** What can be counted out of the sheets of a period. */
export async function countsForSaving(q: Queryable, actor: Actor, { period }: { period: string }) {
  savingPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const { label, code, from, to } = readPeriod(period);
  return {
    ...{ period: code, label, from, to },
    counted: await countDossiers(q, actor.agencyId, readPeriod(period)),
  };
}

/** The reporting year of a saving. @throws NotFound */
export async function yearOfSaving(q: Queryable, agencyId: string, id: string): Promise<number> {
  const [row] = await q
    .select({ period: citizenSaving.period })
    .from(citizenSaving)
    .where(and(eq(citizenSaving.agencyId, agencyId), eq(citizenSaving.id, id)));
  if (!row) throw new NotFound("Không có số liệu này trong cơ quan.");
  return Number(row.period.slice(0, 4));
}

/** The approved savings whose reporting period lies within another, whichever day a period closes on; oldest first. */
export async function savingsInPeriod(
  q: Queryable,
  agencyId: string,
  { code, basis }: { code: string; basis: "decree" | "calendar" },
) {
  const whole = parsePeriod(code, basis);
  const rows = await q
    .select()
    .from(citizenSaving)
    .where(and(eq(citizenSaving.agencyId, agencyId), eq(citizenSaving.state, "approved")))
    .orderBy(asc(citizenSaving.fromOn), asc(citizenSaving.id));
  return rows.flatMap((row) => {
    const own = parsePeriod(row.period, basis);
    if (own.from < whole.from || own.to > whole.to) return [];
    return [{ ...row, periodLabel: own.label, whole: savedByAll(row, row.dossiers) }];
  });
}
