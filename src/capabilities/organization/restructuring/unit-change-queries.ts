import { and, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unit, unitChange, unitChangeSource, unitChangeTarget } from "../tables.ts";
import { changeInWords } from "./unit-change.ts";

/** Changes of the agency's units, the latest day first, each told in a sentence. */
export async function unitChangesOf(q: Queryable, agencyId: string, id?: string) {
  const changes = await q
    .select()
    .from(unitChange)
    .where(and(eq(unitChange.agencyId, agencyId), id ? eq(unitChange.id, id) : undefined))
    .orderBy(desc(unitChange.takesEffectOn), desc(unitChange.id));
  if (changes.length === 0) return [];
  const ids = changes.map((change) => change.id);
  const sources = await q
    .select({
      changeId: unitChangeSource.changeId,
      unitId: unitChangeSource.unitId,
      before: unitChangeSource.nameBefore,
      now: unit.name,
    })
    .from(unitChangeSource)
    .innerJoin(unit, eq(unit.id, unitChangeSource.unitId))
    .where(inArray(unitChangeSource.changeId, ids))
    .orderBy(unit.position);
  const targets = await q
    .select({
      changeId: unitChangeTarget.changeId,
      position: unitChangeTarget.position,
      unitId: unitChangeTarget.unitId,
      fresh: unitChangeTarget.name,
      shortName: unitChangeTarget.shortName,
      kind: unitChangeTarget.kind,
      now: unit.name,
    })
    .from(unitChangeTarget)
    .leftJoin(unit, eq(unit.id, unitChangeTarget.unitId))
    .where(inArray(unitChangeTarget.changeId, ids))
    .orderBy(unitChangeTarget.position);
  return changes.map((change) => {
    const from = sources.filter(({ changeId }) => changeId === change.id);
    const into = targets.filter(({ changeId }) => changeId === change.id);
    return {
      ...change,
      from,
      into,
      inWords: changeInWords(
        change.kind,
        from.map(({ before, now }) => before ?? now),
        into.map(({ fresh, now }) => fresh ?? now ?? ""),
        into.some(({ fresh }) => fresh !== null),
      ),
    };
  });
}

/** One change of the agency. @throws NotFound */
export async function unitChangeOf(q: Queryable, agencyId: string, id: string) {
  const [found] = await unitChangesOf(q, agencyId, id);
  if (!found) throw new NotFound("Không có thay đổi đơn vị này trong cơ quan.");
  return found;
}

/** Changes of every agency whose day has come and that have not taken effect, the earliest first. */
export async function dueUnitChanges(
  q: Queryable,
  day: string,
): Promise<{ id: string; agencyId: string; recordedBy: string | null }[]> {
  return q
    .select({ id: unitChange.id, agencyId: unitChange.agencyId, recordedBy: unitChange.recordedBy })
    .from(unitChange)
    .where(and(isNull(unitChange.tookEffectAt), lte(unitChange.takesEffectOn, day)))
    .orderBy(unitChange.takesEffectOn, unitChange.id);
}
