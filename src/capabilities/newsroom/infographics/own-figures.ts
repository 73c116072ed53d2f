import { agencyById, unitHistory } from "#organization";
import { coverage, planOfYear } from "#plan";
import { parsePeriod, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { contentInPeriod } from "../content-in-period.ts";
import { type FigureSource, figureSources } from "./figure-words.ts";

interface Count {
  name: string;
  count: number;
}

/** How many of each name, in the order in which they first come. */
const counted = (names: string[]): Count[] =>
  [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }));

/** Items that went out within the period and still stand on the portal. */
const standing = async (q: Queryable, agencyId: string, period: ReportingPeriod) =>
  (await contentInPeriod(q, agencyId, period)).filter(({ state }) => state === "published");

const gatherers: Record<
  FigureSource,
  { unit: string; gather: (q: Queryable, agencyId: string, period: ReportingPeriod) => Promise<Count[]> }
> = {
  "published-by-unit": {
    unit: "tin, bài",
    gather: async (q, agencyId, period) => {
      const { nameIn } = await unitHistory(q, agencyId);
      return counted((await standing(q, agencyId, period)).map(({ unitId }) => nameIn(unitId, period)));
    },
  },
  "published-by-kind": {
    unit: "tin, bài",
    gather: async (q, agencyId, period) =>
      counted((await standing(q, agencyId, period)).map(({ kindLabel }) => kindLabel)),
  },
  "proofs-by-unit": {
    unit: "minh chứng",
    gather: async (q, agencyId, period) => {
      const year = Number(period.code.slice(0, 4));
      const plan = await planOfYear(q, agencyId, year);
      if (!plan || plan.year !== year) return [];
      const { rows } = await coverage(q, agencyId, {
        id: plan.id,
        kind: "quarter",
        basis: period.basis,
        by: "unit",
      });
      return rows.map(({ name, cells }) => ({
        name,
        count: cells
          .filter((cell) => cell.period === period.code)
          .reduce((sum, { evidence }) => sum + evidence, 0),
      }));
    },
  },
};

/**
 * A table counted out of the platform for one quarter of the reports, the most first, those with none left out, with
 * its title, source and day as they are printed.
 */
export async function ownFigures(
  q: Queryable,
  agencyId: string,
  { what, quarter }: { what: FigureSource; quarter: string },
  now = new Date(),
): Promise<{ title: string; rows: { name: string; value: string }[]; source: string; day: string }> {
  const period = parsePeriod(quarter, "decree");
  const { unit, gather } = gatherers[what];
  const counts = (await gather(q, agencyId, period)).filter(({ count }) => count > 0);
  const { name } = (await agencyById(q, agencyId))!;
  const { label } = figureSources.find(({ slug }) => slug === what)!;
  const today = toVietnamDate(now).toString();
  return {
    title: `${label.replace(", theo", " theo")}, ${period.label.replace("Quý", "quý")}`,
    rows: counts
      .toSorted((a, b) => b.count - a.count)
      .map(({ name: called, count }) => ({
        name: called,
        value: `${count.toLocaleString("vi-VN")} ${unit}`,
      })),
    source: `${name}, số liệu trên hệ thống từ ${formatDate(period.from)} đến ${formatDate(period.to)}`,
    day: [today, period.to].toSorted()[0]!,
  };
}
