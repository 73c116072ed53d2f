import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unit, unitChange, unitChangeSource } from "../tables.ts";
import { listed } from "./unit-change.ts";

type Unit = typeof unit.$inferSelect;
/** First and last day, both inside. */
interface Span {
  from: string;
  to: string;
}

/** What units were called on the days of a span, which of them there were, and who answers for those that are no more. */
export interface UnitHistory {
  /**
   * The unit's name within a span. Where the unit ends or is renamed inside it, both names: "Phòng A (đến 30/06/2026),
   * nay là Phòng B". "" for an unknown unit. `heirId`: who of its heirs is meant; all where left out.
   */
  nameIn: (unitId: string, span: Span, heirId?: string) => string;
  /** Names of units whose work this one took over, with their last day, no earlier than a day. */
  tookOver: (unitId: string, since: string) => string[];
  /** Units that there were within a span, in their printed order, closed ones too, named as `nameIn` does. */
  unitsIn: (span: Span) => Unit[];
  /** The units in force that answer for a unit: itself while it is in force; empty when nobody took it over. */
  answering: (unitId: string) => string[];
}

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** The day before a change's day: the last one under the old name. */
export const lastDayBefore = dayBefore;

/** Reads the agency's units with all that became of them. */
export async function unitHistory(q: Queryable, agencyId: string): Promise<UnitHistory> {
  const units = await q.select().from(unit).where(eq(unit.agencyId, agencyId)).orderBy(asc(unit.position));
  const renamed = await q
    .select({
      unitId: unitChangeSource.unitId,
      name: unitChangeSource.nameBefore,
      day: unitChange.takesEffectOn,
    })
    .from(unitChange)
    .innerJoin(unitChangeSource, eq(unitChangeSource.changeId, unitChange.id))
    .where(
      and(
        eq(unitChange.agencyId, agencyId),
        eq(unitChange.kind, "rename"),
        isNotNull(unitChange.tookEffectAt),
      ),
    )
    .orderBy(asc(unitChange.takesEffectOn));
  const heirs = await heirsOfAgency(q, agencyId);
  const byId = new Map(units.map((one) => [one.id, one]));
  const nameOn = (one: Unit, day: string): string =>
    renamed.find((before) => before.unitId === one.id && day < before.day)?.name ?? one.name;
  const answering = (unitId: string): string[] => {
    if (byId.get(unitId)?.closedOn === null) return [unitId];
    return units.flatMap(({ id, closedOn }) =>
      closedOn === null && heirs.some((row) => row.unitId === unitId && row.heirId === id) ? [id] : [],
    );
  };
  const until = (name: string, day: string, now: string[]): string =>
    `${name} (đến ${formatDate(day)})${now.length > 0 ? `, nay là ${listed(now)}` : ""}`;
  const nameIn = (unitId: string, { from, to }: Span, heirId?: string): string => {
    const one = byId.get(unitId);
    if (!one) return "";
    if (one.closedOn !== null && one.closedOn < to) {
      const now = (heirId ? [heirId] : answering(unitId)).map((id) => byId.get(id)!.name);
      return until(nameOn(one, one.closedOn), one.closedOn, now);
    }
    const [first, last] = [nameOn(one, from), nameOn(one, to)];
    if (first === last) return last;
    const change = renamed.find((before) => before.unitId === unitId && from < before.day)!;
    return until(first, dayBefore(change.day), [last]);
  };
  return {
    nameIn,
    answering,
    tookOver: (unitId, since) =>
      units.flatMap((one) =>
        one.closedOn !== null &&
        one.closedOn >= since &&
        heirs.some((row) => row.unitId === one.id && row.heirId === unitId)
          ? [until(nameOn(one, one.closedOn), one.closedOn, [])]
          : [],
      ),
    unitsIn: (span) =>
      units
        .filter(
          ({ openedOn, closedOn }) =>
            (openedOn === null || openedOn <= span.to) && (closedOn === null || closedOn >= span.from),
        )
        .map((one) => ({ ...one, name: nameIn(one.id, span) })),
  };
}

/** Pairs of a unit that is no more and one that answers for it, over however many changes. */
async function heirsOfAgency(q: Queryable, agencyId: string): Promise<{ unitId: string; heirId: string }[]> {
  const { rows } = await q.execute<{ unitId: string; heirId: string }>(
    sql`select unit_id as "unitId", heir_id as "heirId" from unit_heir where agency_id = ${agencyId}`,
  );
  return rows;
}

/** The unit and those whose work it took over: what a filter by unit finds. */
export async function withForebears(q: Queryable, unitId: string): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select unit_id as id from unit_heir where heir_id = ${unitId}`,
  );
  return [unitId, ...rows.map(({ id }) => id)];
}
