import { and, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierFigures } from "../figures/dossier-figures.ts";
import type { FiguresOfPart } from "../figures/period-figures.ts";
import { dossierPolicy } from "../policy.ts";
import { timelinessPraise } from "../tables.ts";

/** From how many settled dossiers on, and with which share in time, a unit is suggested. */
export interface PraiseMeasure {
  leastResolved: number;
  /** In percent. */
  leastShare: number;
}

const fits = ({ leastResolved, leastShare }: PraiseMeasure, { early, onTime, resolved }: FiguresOfPart) =>
  resolved >= Math.max(1, leastResolved) && (early + onTime) * 100 >= resolved * leastShare;

/** The units of a period whose figures are good enough, the best first: the greatest share in time, then early. */
export async function suggestedUnits(
  q: Queryable,
  { agencyId, period, measure }: { agencyId: string; period: string; measure: PraiseMeasure },
): Promise<FiguresOfPart[]> {
  const { rows } = await dossierFigures(q, {
    ...{ agencyId, by: "unit", period: parsePeriod(period, "decree"), today: today().toString() },
  });
  const share = (one: FiguresOfPart, part: number) => part / one.resolved;
  return rows
    .filter((one) => one.key !== "" && fits(measure, one))
    .toSorted(
      (a, b) =>
        share(b, b.early + b.onTime) - share(a, a.early + a.onTime) || share(b, b.early) - share(a, a.early),
    );
}

/** Who is suggested, and who of them has been praised for this period. */
export async function presentPraise(
  q: Queryable,
  actor: Actor,
  { period: written, ...measure }: PraiseMeasure & { period: string },
) {
  const { agencyId } = actor;
  const period = parsePeriod(written, "decree");
  const praised = await q
    .select()
    .from(timelinessPraise)
    .where(and(eq(timelinessPraise.agencyId, agencyId), eq(timelinessPraise.period, period.code)));
  const names = await personNames(
    q,
    praised.map(({ praisedBy }) => praisedBy),
  );
  const units = await suggestedUnits(q, { agencyId, period: period.code, measure });
  return {
    label: period.label,
    units: units.map(({ key, label, early, onTime, late, resolved }) => ({
      ...{ key, label, early, onTime, late, resolved },
    })),
    praised: praised.map(({ unitKey, unit, early, onTime, resolved, praisedAt, praisedBy }) => ({
      ...{ key: unitKey, unit, early, onTime, resolved, praisedAt },
      praisedByName: names.get(praisedBy) ?? "Hệ thống",
    })),
    may: dossierPolicy.may(actor, { agencyId }),
  };
}
