import { attachEvidence, linksOf, namedLinks, withdrawEvidence } from "#plan";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { postingBoard } from "../postings/posting-board.ts";
import { namesOfRegister } from "../register-queries.ts";
import { type DecisionFacts, decisionFacts, decisionsOf } from "./decision-queries.ts";
import { type DecisionStanding, decisionStanding } from "./decision-standing.ts";

/** How proofs of the plan name what made them. */
export const DECISION_PROOF = "procedure-decision";

async function standingOf(
  q: Queryable,
  agencyId: string,
  facts: DecisionFacts[],
  day: string,
): Promise<{ standings: DecisionStanding[]; places: number }> {
  const board = await postingBoard(q, agencyId, day);
  const known = new Set((await namesOfRegister(q, agencyId)).map(({ code }) => code));
  return {
    standings: facts.map((one) => decisionStanding(one, board, known)),
    places: board.places.length,
  };
}

/**
 * Says which obligations of the plan a decision proves that stands posted at every place, from the day on which the last
 * place was settled. Further ones are added to those that it proves already. @throws Conflict, NotFound, Unacceptable
 */
export async function proveByDecision(
  work: Work,
  { id, obligationIds }: { id: string; obligationIds: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const facts = await decisionFacts(tx, agencyId, id);
  const day = toVietnamDate(at).toString();
  const { standings, places } = await standingOf(tx, agencyId, [facts], day);
  const { settledOn, done, total } = standings[0]!;
  if (settledOn === null)
    throw new Conflict(
      `Mới ${done}/${total} thủ tục của quyết định được công khai đủ ở mọi nơi nên chưa là minh chứng. Hãy ghi công khai ở những nơi còn thiếu trước.`,
    );
  const links = await linksOf(tx, agencyId, { taskIds: [], obligationIds });
  if (links.obligationIds.length === 0)
    throw new Unacceptable("Hãy chọn nghĩa vụ của kế hoạch.", [
      { field: "obligationIds", message: "Hãy chọn ít nhất một nghĩa vụ." },
    ]);
  await attachEvidence(work, {
    ...links,
    source: DECISION_PROOF,
    sourceId: id,
    label: `Quyết định ${facts.document.number ?? ""}: ${done}/${total} thủ tục công khai đủ, đúng bản ở ${places} nơi`,
    url: facts.document.url,
    at: new Date(`${settledOn}T12:00:00+07:00`),
    revisionHash: null,
  });
  const { obligations } = await namedLinks(tx, agencyId, links);
  await work.record({
    act: "prove-by-procedure-decision",
    objectKind: "procedure-decision",
    objectId: id,
    after: { obligations: obligations.map(({ name }) => name) },
  });
}

/** After a posting turned out to be none: decisions that are no longer carried through prove nothing. */
export async function withdrawUnprovenDecisions(work: Work, code: string, reason: string): Promise<void> {
  const { tx, actor, at } = work;
  const about = (await decisionsOf(tx, actor.agencyId)).filter(({ rows }) =>
    rows.some((row) => row.code === code),
  );
  if (about.length === 0) return;
  const { standings } = await standingOf(tx, actor.agencyId, about, toVietnamDate(at).toString());
  for (const [index, { decision }] of about.entries())
    if (standings[index]!.settledOn === null)
      await withdrawEvidence(work, { source: DECISION_PROOF, sourceId: decision.id, reason });
}
