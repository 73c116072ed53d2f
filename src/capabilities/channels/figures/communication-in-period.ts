import { inArray } from "drizzle-orm";
import { kindOf } from "#newsroom/contract";
import type { Queryable } from "#platform/database/database.ts";
import { systemActor } from "#platform/work/work.ts";
import { networkLabel } from "../networks/index.ts";
import { figureDefinition } from "../tables.ts";
import { type BoardPlace, figuresOfBoard, placesOfBoard } from "./board-places.ts";
import { figureBoard } from "./figure-board.ts";
import { type FigureSource, type Metric, metricWords, sourceLabels } from "./metric.ts";

export interface PlacedInPeriod extends BoardPlace {
  kindLabel: string;
  networkLabel: string;
  figures: {
    readingId: string;
    metric: Metric;
    value: number;
    takenAt: Date;
    dayOnly: boolean;
    definitionId: string;
    isStale: boolean;
  }[];
}

/** What adds up of one metric on one network as one definition counts it; without one: not known of any placement. */
export interface MeasuredInPeriod {
  network: string;
  networkLabel: string;
  metric: Metric;
  label: string;
  /** What one of it is, as it adds up over posts: of reach no longer people. */
  unit: string;
  adding: string | null;
  /** So many placements of the network could have it. */
  of: number;
  /** Null: nobody has said. */
  told: {
    definition: { id: string; name: string; words: string; version: number };
    source: FigureSource;
    sourceLabel: string;
    sum: number;
    known: number;
    stale: number;
    oldestAt: Date;
    newestAt: Date;
  } | null;
}

const unitOf = (metric: Metric): string =>
  metric === "reach" ? "lượt tiếp cận" : metric === "watch-seconds" ? "giây xem" : metricWords[metric].unit;

/**
 * What was posted in a period (days, both included) and how it did, as the board of figures counts it: every placement
 * with its newest numbers, and what adds up, only where the same is counted alike.
 */
export async function communicationInPeriod(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
  now = new Date(),
): Promise<{ placed: PlacedInPeriod[]; measured: MeasuredInPeriod[] }> {
  const question = { by: "network" as const, from, to, withPortal: true };
  const { groups, parts } = await figureBoard(q, systemActor(agencyId), question, { now });
  const places = await placesOfBoard(q, parts);
  const figures = Map.groupBy(await figuresOfBoard(q, parts, now), ({ placementId }) => placementId);
  const used = groups.flatMap(({ cells }) =>
    cells.flatMap((cell) => cell.parts.map(({ definitionId }) => definitionId)),
  );
  const definitions = new Map(
    (used.length === 0
      ? []
      : await q
          .select()
          .from(figureDefinition)
          .where(inArray(figureDefinition.id, [...new Set(used)]))
    ).map((row) => [row.id, row]),
  );
  return {
    placed: places.map((place) => ({
      ...place,
      kindLabel: kindOf(place.kind)?.label ?? "Nội dung khác",
      networkLabel: networkLabel(place.network),
      figures: (figures.get(place.id) ?? []).map(
        ({ readingId, metric, value, takenAt, dayOnly, definitionId, isStale }) => ({
          ...{ readingId, metric, value, takenAt, dayOnly, definitionId, isStale },
        }),
      ),
    })),
    measured: groups
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .flatMap(({ key: network, cells }) =>
        cells
          .filter(({ of }) => of > 0)
          .flatMap(({ metric, of, parts: counted }): MeasuredInPeriod[] => {
            const { label, adding = null } = metricWords[metric];
            const common = {
              ...{ network, networkLabel: networkLabel(network), metric, label },
              ...{ unit: unitOf(metric), adding, of },
            };
            if (counted.length === 0) return [{ ...common, told: null }];
            return counted
              .toSorted((one, other) => (one.definitionId < other.definitionId ? -1 : 1))
              .map(({ definitionId, sum, known, stale, oldestAt, newestAt }) => {
                const { id, name, words, version, source } = definitions.get(definitionId)!;
                const counts = { sum, known, stale, oldestAt, newestAt };
                const definition = { id, name, words, version };
                return {
                  ...common,
                  told: { definition, source, sourceLabel: sourceLabels[source], ...counts },
                };
              });
          }),
      ),
  };
}
