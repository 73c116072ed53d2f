import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyChanged } from "../agency-changed.ts";
import { nameIsFree, slugFor } from "../save-unit.ts";
import { agency, unit, unitChange, unitChangePerson, unitChangeSource, unitChangeTarget } from "../tables.ts";
import { moveAppointments } from "./move-appointments.ts";
import { unitChangeOf } from "./unit-change-queries.ts";
import { lastDayBefore } from "./unit-history.ts";

/** What the capabilities above have to hand over: `heirIds[0]` takes what nobody gave to another. */
export interface UnitSuccession {
  changeId: string;
  inWords: string;
  /** First day under the heirs. */
  from: string;
  /** Last day under the old units. */
  until: string;
  unitIds: string[];
  heirIds: string[];
}

/**
 * Lets a change of units take effect: the old ones are closed with the day before, new ones come into being, and
 * appointments go on with the heirs. Null: it took effect already. A change of name has no heirs.
 */
export async function takeUnitChange(work: Work, id: string): Promise<UnitSuccession | null> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for("update");
  const [open] = await tx
    .select({ id: unitChange.id })
    .from(unitChange)
    .where(and(eq(unitChange.agencyId, agencyId), eq(unitChange.id, id), isNull(unitChange.tookEffectAt)))
    .for("update");
  if (!open) return null;
  const change = await unitChangeOf(tx, agencyId, id);
  const unitIds = change.from.map(({ unitId }) => unitId);
  const until = lastDayBefore(change.takesEffectOn);
  if (change.kind === "rename") await rename(work, id, unitIds[0]!, change.into[0]!);
  else await tx.update(unit).set({ closedOn: until }).where(inArray(unit.id, unitIds));
  const heirIds: string[] = [];
  if (change.kind !== "rename") {
    for (const { position, unitId, fresh, shortName, kind } of change.into)
      heirIds.push(
        unitId ??
          (await found(work, id, position, change.takesEffectOn, {
            name: fresh!,
            shortName: shortName!,
            kind: kind!,
          })),
      );
    const places = await tx.select().from(unitChangePerson).where(eq(unitChangePerson.changeId, id));
    const goesTo = new Map(places.map(({ personId, position }) => [personId, heirIds[position]!]));
    for (const unitId of unitIds)
      await moveAppointments(work, {
        unitId,
        from: change.takesEffectOn,
        heirOf: (personId) => goesTo.get(personId) ?? heirIds[0]!,
      });
  }
  await tx.update(unitChange).set({ tookEffectAt: at }).where(eq(unitChange.id, id));
  await work.record({
    act: "take-unit-change",
    objectKind: "unit-change",
    objectId: id,
    after: {
      name: change.inWords,
      kind: change.kind,
      takesEffectOn: change.takesEffectOn,
      decisionNumber: change.decisionNumber,
      decidedOn: change.decidedOn,
    },
  });
  await agencyChanged(work);
  return { changeId: id, inWords: change.inWords, from: change.takesEffectOn, until, unitIds, heirIds };
}

type NewUnit = Pick<typeof unit.$inferInsert, "name" | "shortName" | "kind">;

/** Makes the unit that comes into being at this place of the change; gives its id. */
async function found(
  { tx, actor }: Work,
  changeId: string,
  position: number,
  openedOn: string,
  fields: NewUnit,
): Promise<string> {
  const { agencyId } = actor;
  await nameIsFree(tx, agencyId, fields);
  const id = uuidv7();
  await tx.insert(unit).values({
    id,
    agencyId,
    slug: await slugFor(tx, agencyId, fields),
    position: sql`(select coalesce(max(position), 0) + 1 from unit where agency_id = ${agencyId})` as never,
    openedOn,
    ...fields,
  });
  await tx
    .update(unitChangeTarget)
    .set({ unitId: id })
    .where(and(eq(unitChangeTarget.changeId, changeId), eq(unitChangeTarget.position, position)));
  return id;
}

async function rename(
  { tx, actor }: Work,
  changeId: string,
  unitId: string,
  {
    fresh,
    shortName,
    kind,
  }: { fresh: string | null; shortName: string | null; kind: NewUnit["kind"] | null },
): Promise<void> {
  const fields = { name: fresh!, shortName: shortName!, kind: kind! };
  await nameIsFree(tx, actor.agencyId, fields, [unitId]);
  const [before] = await tx.select().from(unit).where(eq(unit.id, unitId));
  await tx
    .update(unitChangeSource)
    .set({ nameBefore: before!.name, shortNameBefore: before!.shortName })
    .where(eq(unitChangeSource.changeId, changeId));
  await tx.update(unit).set(fields).where(eq(unit.id, unitId));
}
