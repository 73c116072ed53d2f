import type { PortalPages } from "#platform/http/portal-page.ts";
import { planPath, publishedPlanAddresses } from "../published.ts";
import { answerPlan } from "./plan.page.tsx";
import { answerHomePlan, answerPlanList } from "./plan-list.page.tsx";

/** The public side of the plan: what the agency promised and what is done. */
export function planPages(): PortalPages {
  return {
    name: "ke-hoach",
    navigation: [{ label: "Kế hoạch", href: "/ke-hoach" }],
    routes: [
      { path: "/ke-hoach", query: [], answer: answerPlanList },
      { path: "/ke-hoach/:slug", query: [], answer: answerPlan },
    ],
    home: answerHomePlan,
    sitemap: async ({ database, agency }, page) =>
      page > 1
        ? []
        : [
            { path: "/ke-hoach", lastModified: null },
            ...(await publishedPlanAddresses(database, agency.id)).map(({ slug }) => ({
              path: planPath(slug),
              lastModified: null,
            })),
          ],
  };
}
