import { calendarOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { yearsWithoutList } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { dossierPolicy } from "../policy.ts";
import { controlKeys, controlLabels, countedAsControl, imbalance } from "./control.ts";
import { controlOf } from "./control-queries.ts";
import { dossierFigures } from "./dossier-figures.ts";
import { methodLines } from "./figures-sheets.ts";
import type { Division } from "./measure-words.ts";
import { satisfactionOf } from "./satisfaction-queries.ts";

/** The figures of a period as their screen shows them, held against what the case system says. */
export async function presentFigures(
  q: Queryable,
  actor: Actor,
  { period: written, by }: { period: string; by: Division },
) {
  const { agencyId } = actor;
  const period = parsePeriod(written, "decree");
  const { totals, rows, until, fromCounts, partsFromCounts, sources } = await dossierFigures(q, {
    ...{ agencyId, period, today: today().toString(), by },
  });
  const counted = countedAsControl(totals);
  const control = await controlOf(q, agencyId, period.code);
  return {
    ...{ period: period.code, label: period.label, from: period.from, to: period.to, until, totals, rows },
    ...{ fromCounts: fromCounts.received, partsFromCounts, sources },
    satisfaction: await satisfactionOf(q, agencyId, period),
    imbalance: imbalance(counted),
    control: control && {
      ...{ source: control.source, saidAt: control.saidAt, saidByName: control.saidByName },
      imbalance: imbalance(control.said),
      rows: controlKeys.map((key) => ({
        ...{ label: controlLabels[key], said: control.said[key], counted: counted[key] },
      })),
    },
    method: methodLines(formatDate(period.from), formatDate(until), sources),
    yearsWithoutList: yearsWithoutList(await calendarOf(q, agencyId), period.from, until),
    may: dossierPolicy.may(actor, { agencyId }),
  };
}
