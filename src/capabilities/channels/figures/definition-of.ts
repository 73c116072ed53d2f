import { and, eq, inArray, sql } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { figureDefinition } from "../tables.ts";
import type { FigureSource, Metric } from "./metric.ts";

/** What a source calls a number and what it means by it. */
export interface SaidBySource {
  network: string;
  metric: Metric;
  source: FigureSource;
  name: string;
  words: string;
}

const keyOf = ({ network, metric, source, name, words }: SaidBySource): string =>
  JSON.stringify([network, metric, source, name, words]);

/**
 * The definitions behind numbers, each kept once as it stood; other words under the same name are the next version.
 * Gives the id of one by what was said.
 */
export async function definitionsOf(
  { tx, actor: { agencyId }, at }: Work,
  said: SaidBySource[],
): Promise<(one: SaidBySource) => string> {
  const wanted = new Map(said.map((one) => [keyOf(one), one]));
  const read = async () => {
    const rows = await tx
      .select()
      .from(figureDefinition)
      .where(
        and(
          eq(figureDefinition.agencyId, agencyId),
          inArray(figureDefinition.name, [...new Set(said.map(({ name }) => name))]),
        ),
      );
    return new Map(rows.map((row) => [keyOf(row), row.id]));
  };
  let known = await read();
  for (const [key, { network, metric, source, name, words }] of wanted) {
    if (known.has(key)) continue;
    // One at a time gives versions their numbers.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`figure-definition ${agencyId} ${network} ${metric}`}, 0))`,
    );
    const of = and(
      eq(figureDefinition.agencyId, agencyId),
      eq(figureDefinition.network, network),
      eq(figureDefinition.metric, metric),
      eq(figureDefinition.source, source),
      eq(figureDefinition.name, name),
    );
    const before = await tx.select({ words: figureDefinition.words }).from(figureDefinition).where(of);
    if (!before.some((one) => one.words === words))
      await tx.insert(figureDefinition).values({
        ...{ id: uuidv7(), agencyId, network, metric, source, name, words },
        version: before.length + 1,
        since: at,
      });
    known = await read();
  }
  return (one) => known.get(keyOf(one))!;
}
