import type { PortalPages } from "#platform/http/portal-page.ts";
import { answerAbout } from "./about.page.tsx";

export { otherPortals, publicAgency } from "../published.ts";

/** The public side of the organization: who the agency is and how to reach it. */
export function organizationPages(): PortalPages {
  return {
    name: "co-quan",
    navigation: [{ label: "Giới thiệu", href: "/gioi-thieu" }],
    routes: [{ path: "/gioi-thieu", query: [], answer: answerAbout }],
    sitemap: async (_, page) =>
      page > 1
        ? []
        : [
            { path: "/", lastModified: null },
            ...["/gioi-thieu", "/tro-nang", "/nguon-tin"].map((path) => ({
              ...{ path, lastModified: null, lasting: "static" as const },
            })),
          ],
  };
}
