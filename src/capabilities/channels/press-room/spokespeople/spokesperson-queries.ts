import { and, desc, eq } from "drizzle-orm";
import { peopleStanding, personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { spokesperson } from "../../tables.ts";
import { spokespersonPolicy } from "./policy.ts";
import { nextGap, termStateOf } from "./spokesperson.ts";

/** So far ahead a gap is looked for. */
export const LOOK_DAYS = 90;

export type SpokespersonTerm = typeof spokesperson.$inferSelect;

/** Of one matter alone nobody speaks for the agency as a whole. */
export const speaksForAll = ({ standing }: SpokespersonTerm): boolean => standing !== "one-matter";

/** One of the agency, its row held. @throws NotFound */
export async function termOf(q: Queryable, agencyId: string, id: string): Promise<SpokespersonTerm> {
  const [found] = await q
    .select()
    .from(spokesperson)
    .where(and(eq(spokesperson.agencyId, agencyId), eq(spokesperson.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có mục này trong sổ người phát ngôn.");
  return found;
}

export const termsOf = (q: Queryable, agencyId: string) =>
  q
    .select()
    .from(spokesperson)
    .where(eq(spokesperson.agencyId, agencyId))
    .orderBy(desc(spokesperson.fromDate), desc(spokesperson.id));

/** The register: who speaks today, who did and will, and where nobody does. */
export async function listSpokespeople(q: Queryable, actor: Actor, now: Date) {
  const { agencyId } = actor;
  spokespersonPolicy.permit(actor, "read", { agencyId });
  const day = toVietnamDate(now).toString();
  const rows = await termsOf(q, agencyId);
  const people = await peopleStanding(
    q,
    agencyId,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  const makers = await personNames(
    q,
    rows.flatMap(({ madeBy }) => madeBy ?? []),
  );
  const general = rows.filter(speaksForAll);
  return {
    spokespeople: rows.map((row) => {
      const state = termStateOf(row, day);
      return {
        ...row,
        state,
        hasLeft: row.personId !== null && people.get(row.personId)?.active === false,
        madeByName: (row.madeBy && makers.get(row.madeBy)) || null,
        may: spokespersonPolicy.may(actor, { agencyId, isOver: state === "over" }),
      };
    }),
    gap: general.length === 0 ? null : nextGap(general, day, LOOK_DAYS),
    may: spokespersonPolicy.may(actor, { agencyId }),
  };
}
