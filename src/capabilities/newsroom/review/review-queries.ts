import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { peopleWithRole, signersOf, signingStanding, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { reviewDecision, reviewRoute, reviewRouteStep, reviewRun, reviewStep } from "../tables.ts";
import {
  capacityInWords,
  capacityOf,
  type Route,
  type Standing,
  type Step,
  type StepRole,
  type Turn,
  usualRoute,
} from "./review.ts";

/** Whose turn it is with each of the items that wait, in three questions. */
export async function turnsOf(q: Queryable, itemIds: string[]): Promise<Map<string, Turn>> {
  if (itemIds.length === 0) return new Map();
  const runs = await q
    .select()
    .from(reviewRun)
    .where(and(inArray(reviewRun.itemId, itemIds), isNull(reviewRun.endedAt)));
  if (runs.length === 0) return new Map();
  const runIds = runs.map(({ id }) => id);
  const steps = await q
    .select()
    .from(reviewStep)
    .where(inArray(reviewStep.runId, runIds))
    .orderBy(asc(reviewStep.position));
  const decisions = await q.select().from(reviewDecision).where(inArray(reviewDecision.runId, runIds));
  return new Map(
    runs.flatMap(({ id: runId, itemId, samePerson, begunAt, togetherId }) => {
      const own = steps.filter((step) => step.runId === runId);
      const decided = decisions.filter((decision) => decision.runId === runId);
      const open = own.find(({ position }) => !decided.some((one) => one.position === position));
      if (!open) return [];
      return [
        [
          itemId,
          {
            ...open,
            runId,
            of: own.length,
            since: open.begunAt ?? begunAt,
            samePerson,
            decidedBy: decided.map(({ personId }) => personId),
            togetherId,
            waits: open.begunAt === null,
          },
        ] as const,
      ];
    }),
  );
}

/** The newest submission of an item with its steps and their decisions; null: never submitted. */
export async function latestReview(q: Queryable, itemId: string) {
  const [run] = await q
    .select()
    .from(reviewRun)
    .where(eq(reviewRun.itemId, itemId))
    .orderBy(desc(reviewRun.begunAt))
    .limit(1);
  return run ? { run, steps: await stepsOf(q, [run.id]) } : null;
}

const stepsOf = (q: Queryable, runIds: string[]) =>
  q
    .select({ step: reviewStep, decision: reviewDecision })
    .from(reviewStep)
    .leftJoin(
      reviewDecision,
      and(eq(reviewDecision.runId, reviewStep.runId), eq(reviewDecision.position, reviewStep.position)),
    )
    .where(inArray(reviewStep.runId, runIds))
    .orderBy(asc(reviewStep.position));

/** Every submission of an item with its steps and their decisions, the oldest first. */
export async function reviewsOf(q: Queryable, itemId: string) {
  const runs = await q
    .select()
    .from(reviewRun)
    .where(eq(reviewRun.itemId, itemId))
    .orderBy(asc(reviewRun.begunAt));
  const steps = await stepsOf(
    q,
    runs.map(({ id }) => id),
  );
  return runs.map((run) => ({ run, steps: steps.filter(({ step }) => step.runId === run.id) }));
}

/** The routes that an agency states, each with its steps; the most special ones first. */
export async function routesOf(q: Queryable, agencyId: string) {
  const routes = await q
    .select()
    .from(reviewRoute)
    .where(eq(reviewRoute.agencyId, agencyId))
    .orderBy(sql`${reviewRoute.unitId} is null, ${reviewRoute.kind} is null, ${reviewRoute.name}`);
  const steps = await q
    .select()
    .from(reviewRouteStep)
    .where(eq(reviewRouteStep.agencyId, agencyId))
    .orderBy(asc(reviewRouteStep.position));
  return routes.map((route) => ({ ...route, steps: steps.filter(({ routeId }) => routeId === route.id) }));
}

/** The route of a text: that of its kind in its unit, else of its unit, of its kind, of the agency, else the usual one. */
export async function routeFor(
  q: Queryable,
  { agencyId, kind, unitId }: { agencyId: string; kind: string; unitId: string },
): Promise<Route> {
  const routes = await routesOf(q, agencyId);
  const fitting = routes.find(
    (route) =>
      (route.unitId === null || route.unitId === unitId) && (route.kind === null || route.kind === kind),
  );
  if (!fitting) return usualRoute;
  const open = new Set((await unitsOfAgency(q, agencyId)).map(({ id }) => id));
  return {
    ...fitting,
    // A unit that is no more leaves its step to those of the text's own unit.
    steps: fitting.steps.map((step) => ({
      ...step,
      unitId: step.unitId !== null && open.has(step.unitId) ? step.unitId : null,
    })),
  };
}

/** In whose name the actor may approve texts on a day, by the signing authorities. */
export async function standingOf(q: Queryable, actor: Actor, at = new Date()): Promise<Standing> {
  const { usable, why, held } = await signingStanding(q, actor, "content", toVietnamDate(at).toString());
  return { signsAs: usable[0] ?? null, why: held ? why : null };
}

/** In whose name or as what somebody acts where no step waits (urgently, afterwards, on a correction), in words. */
export async function capacityOutsideSteps(
  q: Queryable,
  actor: Actor,
  { unitId }: { unitId: string },
  roles: StepRole[],
  at: Date,
): Promise<string | null> {
  const step: Step = { name: "", roles, unitId: null, personIds: [], workingDays: null };
  const { signedAs, capacity } = capacityOf(actor, unitId, step, await standingOf(q, actor, at));
  return capacityInWords(signedAs, capacity);
}

/** The item as the policy looks at it, with how the actor stands towards approving in somebody's name. */
export const withStanding = async <Subject>(q: Queryable, actor: Actor, item: Subject, at = new Date()) => ({
  ...item,
  standing: await standingOf(q, actor, at),
});

/** Who may decide a step: those near the text, and the leadership with those who act in its name. */
async function whoMay(
  q: Queryable,
  { agencyId, unitId }: { agencyId: string; unitId: string },
  step: Step,
  not: readonly string[],
): Promise<{ near: string[]; leading: string[] }> {
  const of = async (role: (typeof step.roles)[number]) => {
    const where = step.unitId ?? (role === "head" || role === "contributor" ? unitId : undefined);
    return (await peopleWithRole(q, agencyId, role, where)).map(({ id }) => id);
  };
  const able = (ids: string[]) => [...new Set(ids)].filter((id) => !not.includes(id));
  const near = [...step.personIds];
  for (const role of step.roles) if (role !== "leadership") near.push(...(await of(role)));
  if (!step.roles.includes("leadership")) return { near: able(near), leading: [] };
  const signers = await signersOf(q, agencyId, "content", toVietnamDate(new Date()).toString());
  return { near: able(near), leading: able([...(await of("leadership")), ...signers]) };
}

/** Everybody who may decide a step now, told or not: those near the text first. */
export async function allDecidersOf(
  q: Queryable,
  item: { agencyId: string; unitId: string },
  step: Step,
  not: readonly string[],
): Promise<{ near: string[]; leading: string[] }> {
  const { near, leading } = await whoMay(q, item, step, not);
  return { near, leading: leading.filter((id) => !near.includes(id)) };
}

/**
 * Who is told that a step waits: those who may decide it, the leadership and those who act in its name only where
 * nobody nearer may. `not`: who wrote it, or decided before.
 */
export async function decidersOf(
  q: Queryable,
  item: { agencyId: string; unitId: string },
  step: Step,
  not: readonly string[],
): Promise<string[]> {
  const { near, leading } = await whoMay(q, item, step, not);
  return near.length > 0 ? near : leading;
}

/** Who is told of steps that are decided together: those who may decide every one of them, the nearest first. */
export async function commonDecidersOf(
  q: Queryable,
  open: { item: { agencyId: string; unitId: string }; step: Step; not: readonly string[] }[],
): Promise<string[]> {
  const may = [];
  for (const { item, step, not } of open) may.push(await whoMay(q, item, step, not));
  const inAll = (lists: string[][]) => lists[0]!.filter((id) => lists.every((list) => list.includes(id)));
  const near = inAll(may.map((one) => one.near));
  return near.length > 0 ? near : inAll(may.map((one) => [...new Set([...one.near, ...one.leading])]));
}
