import { and, eq, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { peopleOfAgency, unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { kindOf } from "../kinds/index.ts";
import { reviewRoute, reviewRouteStep } from "../tables.ts";
import type { routeFields } from "./contract.ts";
import { reviewRoutePolicy } from "./policy.ts";

type RouteFields = z.output<typeof routeFields>;

/** Units and people that a route names are the agency's own. @throws NotFound */
async function needOwn({ tx, actor }: Work, { unitId, steps }: RouteFields): Promise<void> {
  const units = new Set((await unitsOfAgency(tx, actor.agencyId)).map(({ id }) => id));
  const people = new Set((await peopleOfAgency(tx, actor.agencyId)).map(({ id }) => id));
  const named = [unitId, ...steps.map((step) => step.unitId)].filter((id) => id !== null);
  if (named.some((id) => !units.has(id))) throw new NotFound("Không có đơn vị này trong cơ quan.");
  if (steps.some(({ personIds }) => personIds.some((id) => !people.has(id)))) {
    throw new NotFound("Có người không còn trong cơ quan, hoặc tài khoản đang khóa; hãy chọn người khác.");
  }
}

const issuesOf = ({ kind, steps }: RouteFields) => [
  ...(kind !== null && !kindOf(kind) ? [{ field: "kind", message: "Không có loại nội dung này." }] : []),
  ...steps.flatMap(({ roles, personIds }, index) =>
    roles.length + personIds.length === 0
      ? [{ field: `steps.${index}.roles`, message: "Hãy chọn vai trò hoặc người quyết định." }]
      : [],
  ),
];

/**
 * States the steps by which texts of a kind and a unit are approved from now on. What was submitted before keeps its
 * steps. @throws NotFound, Unacceptable, Conflict
 */
export async function saveReviewRoute(
  work: Work,
  { id, ...fields }: RouteFields & { id: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  reviewRoutePolicy.permit(actor, "save", { agencyId });
  await needOwn(work, fields);
  const issues = issuesOf(fields);
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
  if (!saved) throw new NotFound("Không có quy trình này trong cơ quan.");
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
