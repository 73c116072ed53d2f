import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentItem } from "../content-queries.ts";
import { kindOf } from "../kinds/index.ts";
import { reviewRoutePolicy } from "./policy.ts";
import { type Turn, whoDecides } from "./review.ts";
import { allDecidersOf, latestReview, reviewsOf, routesOf } from "./review-queries.ts";

async function namesFor(q: Queryable, agencyId: string, personIds: string[]) {
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  const names = await personNames(q, [...new Set(personIds)]);
  return {
    unitName: (id: string) => units.find((unit) => unit.id === id)?.name ?? "đơn vị cũ",
    personName: (id: string) => names.get(id) ?? "người đã rời cơ quan",
  };
}

/** The agency's routes with who decides in words. */
export async function presentRoutes(q: Queryable, actor: Actor) {
  const routes = await routesOf(q, actor.agencyId);
  const words = await namesFor(q, actor.agencyId, [
    ...routes.flatMap(({ changedBy }) => changedBy ?? []),
    ...routes.flatMap(({ steps }) => steps.flatMap(({ personIds }) => personIds)),
  ]);
  return {
    routes: routes.map(({ changedBy, ...route }) => ({
      ...route,
      kindLabel: route.kind && (kindOf(route.kind)?.label ?? route.kind),
      unitName: route.unitId && words.unitName(route.unitId),
      changedByName: changedBy && words.personName(changedBy),
      steps: route.steps.map((step) => ({ ...step, who: whoDecides(step, words) })),
    })),
    may: reviewRoutePolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

/** The step that is open, as a list shows it. */
export const presentTurn = (turn: Turn | null) =>
  turn && {
    name: turn.name,
    position: turn.position,
    of: turn.of,
    since: turn.since,
    dueAt: turn.dueAt,
    together: turn.togetherId !== null,
  };

type Found = Awaited<ReturnType<typeof reviewsOf>>[number];
type Reviewed = ContentItem & { authorIds: string[]; turn: Turn | null };

/** One submission step by step: who may, who did, in whose name. */
function presentSubmission(
  { run, steps }: Found,
  words: Awaited<ReturnType<typeof namesFor>>,
  openPosition: number | null,
  waitingFor: string[],
) {
  return {
    routeName: run.routeName,
    outcome: run.outcome,
    steps: steps.map(({ step, decision }) => ({
      position: step.position,
      name: step.name,
      who: whoDecides(step, words),
      since: step.begunAt,
      dueAt: step.dueAt,
      /** Those who may decide it now; nobody where it is not open. */
      waitingFor: step.position === openPosition ? waitingFor : [],
      open: step.position === openPosition,
      decision: decision && {
        outcome: decision.outcome,
        reason: decision.reason,
        personName: decision.personName,
        inTheNameOf: decision.signedAs && {
          lines: decision.signedAs.lines,
          decisionNumber: decision.signedAs.decisionNumber,
          decidedOn: decision.signedAs.decidedOn,
        },
        capacity: decision.capacity,
        at: decision.at,
      },
    })),
  };
}

const openAt = ({ turn }: Reviewed): number | null => (turn && !turn.waits ? turn.position : null);

/** Who may decide the open step of an item, by name: those near the text first, then the leadership and its deputies. */
async function waitingFor(q: Queryable, item: Reviewed, steps: Found["steps"]): Promise<string[]> {
  const { turn } = item;
  const open = turn ? steps.find(({ step }) => step.position === turn.position)?.step : undefined;
  if (!turn || !open || turn.waits) return [];
  const decided = turn.samePerson ? [] : turn.decidedBy;
  const { near, leading } = await allDecidersOf(q, item, open, [...item.authorIds, ...decided]);
  const names = await personNames(q, [...near, ...leading]);
  const inOrder = (ids: string[]) =>
    ids.flatMap((id) => names.get(id) ?? []).toSorted((a, b) => a.localeCompare(b, "vi"));
  return [...inOrder(near), ...inOrder(leading)];
}

/** The newest submission step by step; null: never submitted. */
export async function presentReview(q: Queryable, item: Reviewed) {
  const found = await latestReview(q, item.id);
  if (!found) return null;
  const words = await namesFor(
    q,
    item.agencyId,
    found.steps.flatMap(({ step }) => step.personIds),
  );
  return presentSubmission(found, words, openAt(item), await waitingFor(q, item, found.steps));
}

/** Every submission of an item, the oldest first, with who sent which text when. */
export async function presentSubmissions(q: Queryable, item: Reviewed) {
  const found = await reviewsOf(q, item.id);
  const words = await namesFor(q, item.agencyId, [
    ...found.map(({ run }) => run.begunBy),
    ...found.flatMap(({ steps }) => steps.flatMap(({ step }) => step.personIds)),
  ]);
  return Promise.all(
    found.map(async ({ run, steps }) => ({
      ...(run.endedAt === null
        ? presentSubmission({ run, steps }, words, openAt(item), await waitingFor(q, item, steps))
        : presentSubmission({ run, steps }, words, null, [])),
      revisionId: run.revisionId,
      hash: run.hash,
      togetherId: run.togetherId,
      begunByName: words.personName(run.begunBy),
      begunAt: run.begunAt,
    })),
  );
}
