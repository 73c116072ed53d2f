import type { Queryable } from "#platform/database/database.ts";
import { type AnnexLine, annexLines } from "./annex.ts";
import type { Chain } from "./chain.ts";
import type { Figure } from "./figure.ts";
import { countFigures } from "./figures.ts";
import { gatherChain } from "./gather-chain.ts";
import { frozenOf, type Report } from "./report-queries.ts";
import { yearBefore } from "./year-before.ts";

/** What a report stands on: the rows of the chain, the figures counted from them, every obligation with its proofs. */
export interface Collected {
  chain: Chain;
  figures: Figure[];
  annex: AnnexLine[];
}

/** Collects the report's figures from today's data. */
export async function collectFigures(
  q: Queryable,
  { agencyId, planId, periodCode, basis }: Report,
): Promise<Collected> {
  const walked = await gatherChain(q, agencyId, planId, { code: periodCode, basis });
  const chain = { ...walked, yearBefore: await yearBefore(q, agencyId, walked) };
  return { chain, figures: countFigures(chain), annex: annexLines(chain) };
}

/** What the report stands on now: what was frozen with it, or today's data while it collects. */
export async function collectedOf(q: Queryable, report: Report): Promise<Collected> {
  return (await frozenOf(q, report)) ?? collectFigures(q, report);
}
