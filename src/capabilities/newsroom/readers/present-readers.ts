import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { whoDecides } from "../review/review.ts";
import { routeFor } from "../review/review-queries.ts";
import { readersOf } from "./limit-readers.ts";

/** Who sees an item before it is out, in ids and in words. */
export async function presentReaders(q: Queryable, actor: Actor, id: string) {
  const item = await itemOf(q, actor, id);
  const { personIds, unitIds } = await readersOf(q, id);
  const { steps } = await routeFor(q, item);
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(q, [
    ...personIds,
    item.createdBy,
    ...steps.flatMap((step) => step.personIds),
  ]);
  const unitName = (unitId: string) => units.find((unit) => unit.id === unitId)?.name ?? "";
  const personName = (personId: string) => names.get(personId) ?? "";
  return {
    limited: item.limited,
    personIds,
    unitIds,
    named: [...personIds.map(personName), ...unitIds.map(unitName)],
    always: [
      `người soạn (${personName(item.createdBy)} và người đã viết trong bài)`,
      ...steps.map((step) => `${step.name}: ${whoDecides(step, { unitName, personName })}`),
      "sau khi duyệt thì cả biên tập, Văn phòng, lãnh đạo để đăng",
    ],
    may: contentPolicy.may(actor, item),
  };
}
