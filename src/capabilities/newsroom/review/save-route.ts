import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { peopleOfAgency, unitsOfAgency } from "#organization";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { kindOf } from "../kinds/index.ts";
import { reviewRoute, reviewRouteStep } from "../tables.ts";
import type { routeFields } from "./contract.ts";
import { reviewRoutePolicy } from "./policy.ts";

type RouteFields = z.output<typeof routeFields>;

/** What of the agency a route names that is not there, with the field. */
async function strangeIn({ tx, actor }: Work, { kind, unitId, steps }: RouteFields) {
  const units = new Set((await unitsOfAgency(tx, actor.agencyId)).map(({ id }) => id));
  const people = new Set((await peopleOfAgency(tx, actor.agencyId)).map(({ id }) => id));
  return [
    ...(kind !== null && !kindOf(kind) ? [{ field: "kind", message: "Không có loại nội dung này." }] : []),
    ...(unitId !== null && !units.has(unitId)
      ? [{ field: "unitId", message: "Không có đơn vị này trong cơ quan." }]
      : []),
    ...steps.flatMap((step, index) => [
      ...(step.roles.length + step.personIds.length === 0
        ? [{ field: `steps.${index}.roles`, message: "Hãy chọn vai trò hoặc người quyết định." }]
        : []),
      ...(step.unitId !== null && !units.has(step.unitId)
        ? [{ field: `steps.${index}.unitId`, message: "Không có đơn vị này trong cơ quan." }]
        : []),
      ...(step.personIds.some((id) => !people.has(id))
        ? [
            {
              field: `steps.${index}.personIds`,
              message: "Có người không còn trong cơ quan, hoặc tài khoản đang khóa.",
            },
          ]
        : []),
    ]),
  ];
}

/**
 * States the steps by which texts of a kind and a unit are approved from now on. What was submitted before keeps its
 * steps. @throws Unacceptable, Conflict
 */
export async function saveReviewRoute(
  work: Work,
  { id, ...fields }: RouteFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  reviewRoutePolicy.permit(actor, "save", { agencyId });
  const issues = await strangeIn(work, fields);
  if (issues.length > 0) throw new Unacceptable(issues[0]!.message, issues);
  const [other] = await tx
    .select({ name: reviewRoute.name })
    .from(reviewRoute)
    .where(
      and(
        eq(reviewRoute.agencyId, agencyId),
        ne(reviewRoute.id, id),
        sql`${reviewRoute.kind} is not distinct from ${fields.kind}`,
        sql`${reviewRoute.unitId} is not distinct from ${fields.unitId}::uuid`,
      ),
    );
  if (other) {
    throw new Conflict(`Loại và đơn vị này đã có quy trình “${other.name}”; hãy sửa quy trình ấy.`);
  }
  const { steps, ...route } = fields;
  const values = { ...route, changedBy: actor.personId, changedAt: at };
  const [saved] = await tx
    .insert(reviewRoute)
    .values({ id, agencyId, ...values })
    .onConflictDoUpdate({ target: reviewRoute.id, set: values, setWhere: eq(reviewRoute.agencyId, agencyId) })
    .returning();
  if (!saved) throw new Conflict("Chưa ghi được quy trình; hãy tải lại trang rồi làm lại.");
  await tx.delete(reviewRouteStep).where(eq(reviewRouteStep.routeId, id));
  await tx
    .insert(reviewRouteStep)
    .values(steps.map((step, index) => ({ ...step, agencyId, routeId: id, position: index + 1 })));
  await work.record({
    act: "save-review-route",
    objectKind: "review-route",
    objectId: id,
    after: { ...route, steps: steps.map(({ name }) => name) },
  });
}
