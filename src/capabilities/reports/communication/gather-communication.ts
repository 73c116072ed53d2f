import { communicationInPeriod, playsInPeriod, pressInPeriod } from "#channels";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainCommunication } from "./communication.ts";

const instant = (at: Date): string => at.toISOString();

/** What channels and the press room know of a period (days, both included), through their door, as rows to keep. */
export async function gatherCommunication(
  q: Queryable,
  agencyId: string,
  period: { from: string; to: string },
): Promise<ChainCommunication> {
  const { placed, measured } = await communicationInPeriod(q, agencyId, period);
  const press = await pressInPeriod(q, agencyId, period);
  return {
    placements: placed.map(({ placedAt, takenDownAt, figures, ...place }) => ({
      ...place,
      placedAt: instant(placedAt),
      takenDownAt: takenDownAt && instant(takenDownAt),
      figures: figures.map(({ takenAt, ...figure }) => ({ ...figure, takenAt: instant(takenAt) })),
    })),
    measures: measured.map(({ told, network, networkLabel, metric, label, unit, adding, of }) => ({
      ...{ network, networkLabel, metric, label, unit, adding, of },
      told: told && {
        ...{ definition: told.definition, sourceLabel: told.sourceLabel },
        ...{ sum: told.sum, known: told.known, stale: told.stale },
        oldestAt: instant(told.oldestAt),
        newestAt: instant(told.newestAt),
      },
    })),
    broadcasts: (await playsInPeriod(q, agencyId, period)).map(
      ({ broadcastId, stationName, areaName, plays, lastAt }) => ({
        ...{ id: broadcastId, stationName, areaName, plays, lastAt: instant(lastAt) },
      }),
    ),
    press: {
      answerHours: press.answerHours,
      enquiries: press.enquiries.map(({ id, outletName, stateLabel, isLate, isCarried, ...row }) => ({
        ...{ id, outletName, stateLabel, isLate, isCarried },
        receivedAt: instant(row.receivedAt),
        dueAt: instant(row.dueAt),
        closedAt: row.closedAt && instant(row.closedAt),
        isOpen: row.state === "open",
      })),
      releases: press.releases,
      letters: press.letters.map(({ sentAt, ...letter }) => ({ ...letter, sentAt: instant(sentAt) })),
      pickups: press.pickups,
    },
  };
}
