import type { PortalPages } from "#platform/http/portal-page.ts";
import { publicSavings, SAVINGS_PATH } from "../published.ts";
import { answerHomeSavings, answerSavings } from "./savings.page.tsx";

/** The public side: how much time, how many ways and how much money citizens are saved. */
export function budgetPages(): PortalPages {
  return {
    name: "tiet-kiem-cho-nguoi-dan",
    navigation: [],
    routes: [
      { path: SAVINGS_PATH, query: [], answer: answerSavings },
      { path: `${SAVINGS_PATH}/:year`, query: [], answer: answerSavings },
    ],
    home: answerHomeSavings,
    sitemap: async ({ database, agency }, page) => {
      const all = page === 1 ? await publicSavings(database, agency.id) : [];
      const newest = (rows: typeof all) =>
        new Date(Math.max(...rows.map(({ approvedAt }) => approvedAt.getTime())));
      if (all.length === 0) return [];
      return [
        { path: SAVINGS_PATH, lastModified: newest(all) },
        ...[...Map.groupBy(all, ({ year }) => year)].map(([year, rows]) => ({
          ...{ path: `${SAVINGS_PATH}/${year}`, lastModified: newest(rows) },
        })),
      ];
    },
  };
}
