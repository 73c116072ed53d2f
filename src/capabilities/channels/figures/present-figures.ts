import { and, eq, inArray } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import { networkLabel, networkOf } from "../networks/index.ts";
import { figureDefinition, figureSource, figureWatch, newestFigure, placement } from "../tables.ts";
import { askedId } from "./asked-id.ts";
import {
  figureSubject,
  type Placement,
  placedDelivery,
  type Reading,
  readingsOf,
  standingAmong,
} from "./figure-queries.ts";
import { ageInWords, figureInWords, figureText, type Metric, metrics, metricWords } from "./metric.ts";
import { figurePolicy } from "./policy.ts";
import { isStale } from "./stale.ts";

/** So many readings are told of one placement; older ones stand in the export of the agency. */
const MOST = 1000;

type Definition = typeof figureDefinition.$inferSelect;

async function definitionsById(q: Queryable, ids: string[]): Promise<Map<string, Definition>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select()
    .from(figureDefinition)
    .where(inArray(figureDefinition.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

const definitionShown = ({ name, words, version, since }: Definition) => ({ name, words, version, since });

/** How asking the network goes; null: it is not asked. */
async function askingOf(q: Queryable, { id: placementId, goneWhy }: Placement) {
  const [found] = await q
    .select({ watch: figureWatch, source: figureSource })
    .from(figureWatch)
    .leftJoin(figureSource, eq(figureSource.accountId, figureWatch.accountId))
    .where(eq(figureWatch.placementId, placementId));
  if (!found) return null;
  const { watch, source } = found;
  return {
    ...{ nextAt: watch.nextAt, askedAt: watch.askedAt },
    ended: goneWhy,
    trouble: source?.trouble ?? null,
    missing: Object.values(source?.missing ?? {}).map(({ metric, why }) => ({
      label: metricWords[metric].label,
      why,
    })),
  };
}

/** Why nobody asks the network about a post under an account that is connected; null: it is asked, or it is none. */
function whyNotAsked(place: Placement, account: ChannelAccount): string | null {
  if (account.way !== "connected" || place.takenDownAt !== null) return null;
  const asked = askedId(place, account);
  return asked !== null && "why" in asked ? asked.why : null;
}

/** What is known of how a placement did: the newest number of each kind, every reading, and what the actor may do. */
export async function presentFigures(q: Queryable, actor: Actor, deliveryId: string, now = new Date()) {
  const found = await placedDelivery(q, actor, deliveryId);
  const { place, whole } = found;
  const { network } = whole.account;
  const readings = place ? await readingsOf(q, place.id) : [];
  const standing = standingAmong(readings);
  const definitions = await definitionsById(
    q,
    readings.map(({ definitionId }) => definitionId),
  );
  const names = await personNames(
    q,
    readings.flatMap(({ recordedBy }) => recordedBy ?? []),
  );
  const supersededBy = new Map(
    readings.flatMap(({ id, supersedes }) => (supersedes ? [[supersedes, id]] : [])),
  );
  const countable: readonly Metric[] = networkOf(network)?.figures ?? [];
  const shown = ({
    id,
    metric,
    value,
    takenAt,
    dayOnly,
    source,
    recordedBy,
    recordedAt,
    reason,
    supersedes,
  }: Reading) => ({
    ...{ id, metric, value, takenAt, dayOnly, source, recordedAt, reason, supersedes },
    text: value === null ? null : figureText(metric, value),
    byName: recordedBy && (names.get(recordedBy) ?? ""),
    supersededBy: supersededBy.get(id) ?? null,
  });
  const asking = place && (await askingOf(q, place));
  return {
    deliveryId,
    networkLabel: networkLabel(network),
    figures: metrics
      .filter((metric) => countable.includes(metric) || standing.some((one) => one.metric === metric))
      .map((metric) => {
        const newest = standing.find((one) => one.metric === metric);
        return {
          metric,
          ...{ label: metricWords[metric].label, hint: metricWords[metric].hint ?? null },
          newest: newest
            ? {
                ...shown(newest),
                isStale: isStale(place!.placedAt, newest.takenAt, now),
                age: ageInWords(newest.takenAt, now),
                definition: definitionShown(definitions.get(newest.definitionId)!),
              }
            : null,
        };
      }),
    readings: readings.slice(0, MOST).map(shown),
    asking,
    notAsked: place && asking === null ? whyNotAsked(place, whole.account) : null,
    may: figurePolicy.may(actor, figureSubject(found)),
  };
}

/** One line on how a text did on the channels: what adds up over its placements, and of which day. Null: nothing known. */
export async function figuresOfContent(q: Queryable, actor: Actor, itemId: string) {
  const newest = await q
    .select({ metric: newestFigure.metric, value: newestFigure.value, takenAt: newestFigure.takenAt })
    .from(newestFigure)
    .innerJoin(placement, eq(placement.id, newestFigure.placementId))
    .where(and(eq(placement.agencyId, actor.agencyId), eq(placement.itemId, itemId)));
  return metrics.flatMap((metric) => {
    const own = newest.filter((one) => one.metric === metric);
    if (own.length === 0) return [];
    const moments = own.map(({ takenAt }) => takenAt).toSorted((a, b) => a.getTime() - b.getTime());
    return [
      {
        metric,
        words: figureInWords(
          metric,
          own.reduce((sum, { value }) => sum + value, 0),
        ),
        places: own.length,
        oldestAt: moments[0]!,
      },
    ];
  });
}
