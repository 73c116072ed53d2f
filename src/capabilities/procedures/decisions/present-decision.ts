import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { procedurePolicy } from "../policy.ts";
import { proceduresOfAgency } from "../procedure-queries.ts";
import { type DecisionFacts, decisionFacts, decisionsOf } from "./decision-queries.ts";

async function presented(q: Queryable, actor: Actor, all: DecisionFacts[]) {
  const register = new Map(
    (await proceduresOfAgency(q, actor.agencyId)).map(({ procedure }) => [procedure.code, procedure.id]),
  );
  const names = await personNames(
    q,
    all.flatMap(({ decision }) => decision.confirmedBy ?? []),
  );
  return all.map(({ decision, document, rows }) => ({
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
    rows: rows.map(({ code, name, action, replacesCode, field }) => ({
      ...{ code, name, action, replacesCode, field },
      procedureId: register.get(code) ?? null,
    })),
    may: procedurePolicy.may(actor, { agencyId: actor.agencyId }),
  }));
}

/** The agency's decisions as their list shows them, newest first. */
export const presentDecisions = async (q: Queryable, actor: Actor) =>
  presented(q, actor, await decisionsOf(q, actor.agencyId));

/** One of them. @throws NotFound */
export const presentDecision = async (q: Queryable, actor: Actor, id: string) =>
  (await presented(q, actor, [await decisionFacts(q, actor.agencyId, id)]))[0]!;
