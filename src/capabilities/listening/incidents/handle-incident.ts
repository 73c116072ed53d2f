import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { listeningIncident, listeningSetting } from "../tables.ts";
import { heldIncident, incidentRuleOf } from "./incident-queries.ts";
import { checkHandler, tellHandler } from "./open-incident.ts";
import { incidentPolicy, subjectOf } from "./policy.ts";

const object = (id: string) => ({ objectKind: "listening-incident", objectId: id });

/** Gives an incident to somebody else; the clock runs on. */
export async function assignIncident(
  work: Work,
  { id, handlerId }: { id: string; handlerId: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await heldIncident(tx, actor.agencyId, id);
  incidentPolicy.permit(actor, "assign", subjectOf(found));
  if (found.handlerId === handlerId) return;
  await checkHandler(work, handlerId);
  await tx.update(listeningIncident).set({ handlerId }).where(eq(listeningIncident.id, id));
  await work.record({
    ...{ act: "assign-listening-incident", ...object(id) },
    ...{ before: { handlerId: found.handlerId }, after: { handlerId } },
  });
  await tellHandler(work, { ...found, handlerId });
}

/** Writes down what was answered and where; the first answer ends the clock, a later one replaces its words. */
export async function answerIncident(
  work: Work,
  { id, answer, answerUrl }: { id: string; answer: string; answerUrl: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldIncident(tx, actor.agencyId, id);
  incidentPolicy.permit(actor, "answer", subjectOf(found));
  await tx
    .update(listeningIncident)
    .set({
      ...{ state: "answered", answer, answerUrl },
      ...(found.answeredAt === null && { answeredBy: actor.personId, answeredAt: at }),
    })
    .where(eq(listeningIncident.id, id));
  await work.record({
    ...{ act: "answer-listening-incident", ...object(id) },
    ...(found.answer !== null && { before: { answer: found.answer, answerUrl: found.answerUrl } }),
    after: { answer, answerUrl },
  });
}

/** Ends an incident with what came of it; without an answer where none was needed. */
export async function closeIncident(
  work: Work,
  { id, result }: { id: string; result: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldIncident(tx, actor.agencyId, id);
  incidentPolicy.permit(actor, "close", subjectOf(found));
  await tx
    .update(listeningIncident)
    .set({ state: "closed", result, closedBy: actor.personId, closedAt: at })
    .where(eq(listeningIncident.id, id));
  await work.record({
    ...{ act: "close-listening-incident", ...object(id) },
    ...{ before: { state: found.state }, after: { state: "closed", result } },
  });
}

/** Sets within how many hours criticism is answered; what is open keeps its hour. */
export async function setIncidentRule(
  work: Work,
  { hours, ground }: { hours: number; ground: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  incidentPolicy.permit(actor, "setRule", { agencyId });
  const before = await incidentRuleOf(tx, agencyId);
  const said = { incidentHours: hours, ground, setBy: personId, setAt: at };
  await tx
    .insert(listeningSetting)
    .values({ agencyId, ...said })
    .onConflictDoUpdate({ target: listeningSetting.agencyId, set: said });
  await work.record({
    ...{ act: "set-incident-rule", objectKind: "listening-setting", objectId: agencyId },
    ...{ before, after: { hours, ground } },
  });
}
