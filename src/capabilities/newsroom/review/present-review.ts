import { personNames, unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentItem } from "../content-queries.ts";
import { kindOf } from "../kinds/index.ts";
import { reviewRoutePolicy } from "./policy.ts";
import { type Turn, whoDecides } from "./review.ts";
import { decidersOf, latestReview, routesOf } from "./review-queries.ts";

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
  };

/** The newest submission step by step: who may, who did, in whose name; null: never submitted. */
export async function presentReview(
  q: Queryable,
  item: ContentItem & { authorIds: string[]; turn: Turn | null },
) {
  const found = await latestReview(q, item.id);
  if (!found) return null;
  const { run, steps } = found;
  const words = await namesFor(
    q,
    item.agencyId,
    steps.flatMap(({ step }) => step.personIds),
  );
  const { turn } = item;
  const open = turn ? steps.find(({ step }) => step.position === turn.position)?.step : undefined;
  const waiting =
    turn && open
      ? await decidersOf(q, item, open, [...item.authorIds, ...(turn.samePerson ? [] : turn.decidedBy)])
      : [];
  const waitingFor = [...(await personNames(q, waiting)).values()].toSorted((a, b) =>
    a.localeCompare(b, "vi"),
  );
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
      waitingFor: step === open ? waitingFor : [],
      open: step === open,
      decision: decision && {
        outcome: decision.outcome,
        reason: decision.reason,
        personName: decision.personName,
        inTheNameOf: decision.signedAs && {
          lines: decision.signedAs.lines,
          decisionNumber: decision.signedAs.decisionNumber,
          decidedOn: decision.signedAs.decidedOn,
        },
        at: decision.at,
      },
    })),
  };
}
