import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import type { UnitKind } from "../agency.ts";
import { organizationPolicy } from "../policy.ts";
import { nameIsFree } from "../save-unit.ts";
import {
  agency,
  person,
  unit,
  unitChange,
  unitChangePerson,
  unitChangeSource,
  unitChangeTarget,
} from "../tables.ts";
import { type UnitChangeKind, unitChangeLabels } from "./unit-change.ts";
import { unitChangeOf } from "./unit-change-queries.ts";

/** A unit that there is, or one that comes into being with the change; of a change of name the new one. */
export type ChangeTarget =
  | { unitId: string; name: null; shortName: null; kind: null }
  | { unitId: null; name: string; shortName: string; kind: UnitKind };

export interface NewUnitChange {
  kind: UnitChangeKind;
  unitIds: string[];
  into: ChangeTarget[];
  /** YYYY-MM-DD, the first day under the new name. */
  takesEffectOn: string;
  decisionNumber: string;
  decidedOn: string;
  /** Where people go who do not go to the first: the place within `into`. */
  people: { personId: string; into: number }[];
}

function fail(field: string, message: string): never {
  throw new Unacceptable(message, [{ field, message }]);
}

function checkShape({ kind, unitIds, into, takesEffectOn, decidedOn, people }: NewUnitChange): void {
  if (new Set(unitIds).size < unitIds.length) fail("unitIds", "Có đơn vị được chọn hai lần.");
  if (kind !== "merge" && unitIds.length !== 1)
    fail("unitIds", `${unitChangeLabels[kind]}: hãy chọn đúng một đơn vị.`);
  if (kind === "split" ? into.length < 2 : into.length !== 1)
    fail(
      "into",
      kind === "split" ? "Chia tách cần ít nhất hai đơn vị kế tiếp." : "Hãy chọn đúng một đơn vị kế tiếp.",
    );
  const named = into.flatMap(({ unitId }) => unitId ?? []);
  if (named.some((id) => unitIds.includes(id)))
    fail("into", "Đơn vị kế tiếp không được nằm trong các đơn vị sáp nhập, chia tách.");
  if (new Set(named).size < named.length) fail("into", "Có đơn vị kế tiếp được chọn hai lần.");
  if (kind === "merge" && unitIds.length === 1 && into[0]!.unitId === null)
    fail("unitIds", "Hợp nhất thành đơn vị mới cần ít nhất hai đơn vị; chỉ đổi tên thì chọn “Đổi tên”.");
  if (kind === "rename" && into[0]!.unitId !== null) fail("into", "Đổi tên thì hãy nhập tên mới.");
  if (decidedOn > takesEffectOn) fail("decidedOn", "Ngày quyết định không được sau ngày có hiệu lực.");
  if (people.some(({ into: place }) => place >= into.length))
    fail("people", "Có người được chuyển đến đơn vị không nằm trong các đơn vị kế tiếp.");
}

/** Every unit is in force, and in no other change whose day has not come. */
async function checkUnits({ tx, actor }: Work, { unitIds, into }: NewUnitChange): Promise<void> {
  const wanted = [...unitIds, ...into.flatMap(({ unitId }) => unitId ?? [])];
  const found = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.agencyId, actor.agencyId), inArray(unit.id, wanted), isNull(unit.closedOn)))
    .for("update");
  const missing = (ids: string[]) => ids.some((id) => !found.some((one) => one.id === id));
  const gone = "Có đơn vị không còn trong danh sách; hãy tải lại trang rồi chọn lại.";
  if (missing(unitIds)) fail("unitIds", gone);
  if (missing(wanted)) fail("into", gone);
  const { rows } = await tx.execute<{ name: string }>(sql`
    select distinct u.name from unit_change c
      left join unit_change_source s on s.change_id = c.id
      left join unit_change_target t on t.change_id = c.id
      join unit u on u.id in (s.unit_id, t.unit_id)
    where c.agency_id = ${actor.agencyId} and c.took_effect_at is null and u.id = any(${sql.param(wanted)}::uuid[])`);
  if (rows.length > 0)
    throw new Conflict(
      `${rows[0]!.name} đang có một thay đổi khác chưa đến ngày; hãy hủy thay đổi đó hoặc chờ nó có hiệu lực.`,
    );
}

async function checkNames({ tx, actor }: Work, { unitIds, into }: NewUnitChange): Promise<void> {
  const fresh = into.filter(({ unitId }) => unitId === null);
  for (const [place, one] of fresh.entries()) {
    if (fresh.some((other, at) => at < place && sameName(other.name!, one.name!)))
      fail("into", `Hai đơn vị kế tiếp cùng mang tên “${one.name}”.`);
    await nameIsFree(tx, actor.agencyId, { name: one.name!, shortName: one.shortName! }, unitIds);
  }
}

const sameName = (a: string, b: string) =>
  a.toLocaleLowerCase("vi").normalize("NFC") === b.toLocaleLowerCase("vi").normalize("NFC");

async function checkPeople({ tx, actor }: Work, { people }: NewUnitChange): Promise<void> {
  if (people.length === 0) return;
  const ids = [...new Set(people.map(({ personId }) => personId))];
  const known = await tx.$count(person, and(eq(person.agencyId, actor.agencyId), inArray(person.id, ids)));
  if (known < people.length) fail("people", "Có người không thuộc cơ quan hoặc được chọn hai lần.");
}

/** Writes down a change of units as its decision says it; it takes effect on its day. Gives its id. */
export async function recordUnitChange(work: Work, wanted: NewUnitChange): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  organizationPolicy.permit(actor, "manage", { agencyId });
  checkShape(wanted);
  // One after the other, so that no unit is promised to two changes.
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for("update");
  await checkUnits(work, wanted);
  await checkNames(work, wanted);
  await checkPeople(work, wanted);
  const id = uuidv7();
  const { kind, takesEffectOn, decisionNumber, decidedOn } = wanted;
  await tx.insert(unitChange).values({
    id,
    agencyId,
    kind,
    takesEffectOn,
    decisionNumber,
    decidedOn,
    recordedBy: actor.personId === SYSTEM_PERSON ? null : actor.personId,
    recordedAt: at,
  });
  await tx
    .insert(unitChangeSource)
    .values(wanted.unitIds.map((unitId) => ({ agencyId, changeId: id, unitId })));
  await tx
    .insert(unitChangeTarget)
    .values(wanted.into.map((one, position) => ({ agencyId, changeId: id, position, ...one })));
  if (wanted.people.length > 0)
    await tx
      .insert(unitChangePerson)
      .values(
        wanted.people.map(({ personId, into: position }) => ({ agencyId, changeId: id, personId, position })),
      );
  const { inWords } = await unitChangeOf(tx, agencyId, id);
  await work.record({
    act: "record-unit-change",
    objectKind: "unit-change",
    objectId: id,
    after: { name: inWords, kind, takesEffectOn, decisionNumber, decidedOn },
  });
  return id;
}
