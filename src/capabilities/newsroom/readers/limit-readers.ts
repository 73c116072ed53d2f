import { eq } from "drizzle-orm";
import { isPersonOfAgency, notify, peopleWithRole, personNames, unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { idsInBundle } from "../bundles/bundle-queries.ts";
import { itemOf, revisionOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { contentItem, contentReader } from "../tables.ts";

interface Readers {
  limited: boolean;
  personIds: string[];
  unitIds: string[];
}

/** Who is named for an item. */
export async function readersOf(q: Queryable, itemId: string) {
  const rows = await q.select().from(contentReader).where(eq(contentReader.itemId, itemId));
  return {
    personIds: rows.flatMap(({ personId }) => personId ?? []),
    unitIds: rows.flatMap(({ unitId }) => unitId ?? []),
  };
}

async function keep(
  { tx, actor, at }: Work,
  itemId: string,
  { limited, personIds, unitIds }: Readers,
): Promise<void> {
  await tx.update(contentItem).set({ limited }).where(eq(contentItem.id, itemId));
  await tx.delete(contentReader).where(eq(contentReader.itemId, itemId));
  const base = { agencyId: actor.agencyId, itemId, namedBy: actor.personId, namedAt: at };
  const rows = [
    ...personIds.map((personId) => ({ ...base, personId, unitId: null })),
    ...unitIds.map((unitId) => ({ ...base, personId: null, unitId })),
  ];
  if (rows.length > 0) await tx.insert(contentReader).values(rows);
}

/** What is made of a limited text is limited as that one is. */
export async function inheritReaders(work: Work, fromItemId: string, itemId: string): Promise<void> {
  const [from] = await work.tx
    .select({ limited: contentItem.limited })
    .from(contentItem)
    .where(eq(contentItem.id, fromItemId));
  if (from?.limited) await keep(work, itemId, { limited: true, ...(await readersOf(work.tx, fromItemId)) });
}

/**
 * Says who of the agency sees a text before it is out, beside its writers and those who decide on it; not limited: all.
 * Who is newly named is told. @throws NotFound, Forbidden, Unacceptable,
 * Conflict
 */
export async function limitReaders(work: Work, { id, ...wanted }: Readers & { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const item = contentPolicy.permit(actor, "limit", await itemOf(tx, actor, id, { lock: true }));
  if (wanted.limited && ((await idsInBundle(tx, id)).length > 0 || item.turn?.togetherId))
    throw new Conflict("Bài đang ở một bộ duyệt chung; hãy bỏ bài khỏi bộ ấy rồi giới hạn người xem.");
  const units = await unitsOfAgency(tx, agencyId);
  if (wanted.unitIds.some((unitId) => !units.some((unit) => unit.id === unitId)))
    throw new NotFound("Không có đơn vị này trong cơ quan.");
  for (const personId of wanted.personIds)
    if (!(await isPersonOfAgency(tx, agencyId, personId)))
      throw new Unacceptable("Có người không còn trong cơ quan; hãy bỏ chọn.", [
        { field: "personIds", message: "Hãy bỏ người không còn trong cơ quan." },
      ]);
  const after: Readers = wanted.limited
    ? { limited: true, personIds: [...new Set(wanted.personIds)], unitIds: [...new Set(wanted.unitIds)] }
    : { limited: false, personIds: [], unitIds: [] };
  const before: Readers = { limited: item.limited, ...(await readersOf(tx, id)) };
  const words = async ({ limited, personIds, unitIds }: Readers) => {
    const names = await personNames(tx, personIds);
    return {
      limited,
      readers: [
        ...personIds.map((one) => names.get(one) ?? ""),
        ...unitIds.map((one) => units.find((unit) => unit.id === one)?.name ?? ""),
      ].toSorted(),
    };
  };
  const [was, is] = [await words(before), await words(after)];
  if (JSON.stringify(was) === JSON.stringify(is)) return;
  await keep(work, id, after);
  await work.record({ act: "limit-readers", objectKind: "content", objectId: id, before: was, after: is });
  const added = after.unitIds.filter((one) => !before.unitIds.includes(one));
  const ofUnits = [];
  for (const unitId of added)
    for (const role of ["head", "contributor"] as const)
      ofUnits.push(...(await peopleWithRole(tx, agencyId, role, unitId)).map((person) => person.id));
  const told = [...after.personIds.filter((one) => !before.personIds.includes(one)), ...ofUnits];
  const { title } = await revisionOf(tx, item.currentRevisionId);
  await notify(work, {
    personIds: [...new Set(told)].filter((one) => one !== actor.personId),
    cause: `content-readers:${id}:${at.toISOString()}`,
    kind: "content",
    title: `${actor.name} cho bạn xem một bài chỉ người được nêu tên xem được: ${title || "chưa có tiêu đề"}`,
    href: `/workspace/noi-dung/${id}`,
  });
}
