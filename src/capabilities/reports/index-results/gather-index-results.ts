import { resultsPublishedBetween } from "#indices";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainIndexResult } from "./index-result.ts";

/** What was published between two days, both inside. */
export async function gatherIndexResults(
  q: Queryable,
  agencyId: string,
  days: { from: string; to: string },
): Promise<ChainIndexResult[]> {
  return (await resultsPublishedBetween(q, agencyId, days)).map(
    ({ id, indexId, index, edition, entity, result, publisher, publishedOn, source, isCertain }) => ({
      ...{ id, indexId, title: `${index} ${edition}, ${entity}`, result, publisher },
      ...{ publishedOn: publishedOn!, source, isCertain },
    }),
  );
}
