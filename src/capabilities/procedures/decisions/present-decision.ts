import { personNames } from "#organization";
import { namedLinks, obligationsProvedBy } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { procedurePolicy } from "../policy.ts";
import { postingBoard } from "../postings/posting-board.ts";
import { namesOfRegister } from "../register-queries.ts";
import { type DecisionFacts, decisionFacts, decisionsOf } from "./decision-queries.ts";
import { decisionStanding } from "./decision-standing.ts";
import { DECISION_PROOF } from "./prove-by-decision.ts";

async function presented(q: Queryable, actor: Actor, all: DecisionFacts[]) {
  const { agencyId } = actor;
  const register = new Map((await namesOfRegister(q, agencyId)).map(({ code, id }) => [code, id]));
  const board = await postingBoard(q, agencyId, today().toString());
  const names = await personNames(
    q,
    all.flatMap(({ decision }) => decision.confirmedBy ?? []),
  );
  const proved = await obligationsProvedBy(
    q,
    agencyId,
    DECISION_PROOF,
    all.map(({ decision }) => decision.id),
  );
  const { obligations } = await namedLinks(q, agencyId, {
    ...{ taskIds: [], clauseIds: [] },
    obligationIds: [...new Set([...proved.values()].flat())],
  });
  return all.map((facts) => {
    const { decision, document, rows } = facts;
    const { done, total, missing, settledOn } = decisionStanding(facts, board, new Set(register.keys()));
    return {
      ...{
        id: decision.id,
        documentId: document.id,
        number: document.number ?? "",
        issuedOn: document.issuedOn,
      },
      ...{ issuer: document.issuer ?? "", abstract: document.abstract ?? "", url: document.url },
      ...{ effectiveOn: decision.effectiveOn, note: decision.note, state: decision.state },
      ...{ confirmedAt: decision.confirmedAt, madeKnown: decision.madeKnown },
      confirmedByName: (decision.confirmedBy && names.get(decision.confirmedBy)) ?? null,
      rows: rows.map(({ code, name, action, replacesCode, field, level }) => ({
        ...{ code, name, action, replacesCode, field, level },
        procedureId: register.get(code) ?? null,
      })),
      standing: { done, total, missing, settledOn },
      proves: obligations
        .filter((one) => proved.get(decision.id)?.includes(one.id))
        .map(({ id, name, planId }) => ({ id, name, planId })),
      may: procedurePolicy.may(actor, { agencyId }),
    };
  });
}

/** The agency's decisions as their list shows them, newest first. */
export const presentDecisions = async (q: Queryable, actor: Actor) =>
  presented(q, actor, await decisionsOf(q, actor.agencyId));

/** One of them. @throws NotFound */
export const presentDecision = async (q: Queryable, actor: Actor, id: string) =>
  (await presented(q, actor, [await decisionFacts(q, actor.agencyId, id)]))[0]!;
