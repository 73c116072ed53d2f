import { type PortalPages, SITEMAP_PART } from "#platform/http/portal-page.ts";
import { publishedDocumentAddresses } from "../published.ts";
import { answerDocument } from "./document.page.tsx";
import { answerDocumentList, queryNames } from "./document-list.page.tsx";
import { documentPath, LIST_PATH } from "./document-path.ts";

export { slots } from "./slots.ts";

/** The public side of the register: documents that a person put on the portal. */
export function documentPages(): PortalPages {
  return {
    name: "van-ban",
    navigation: [{ label: "Văn bản", href: LIST_PATH }],
    routes: [
      { path: LIST_PATH, query: [...Object.values(queryNames), "trang"], answer: answerDocumentList },
      { path: `${LIST_PATH}/:slug`, query: [], answer: answerDocument },
    ],
    sitemap: async ({ database, agency }, page) => [
      ...(page === 1 ? [{ path: LIST_PATH, lastModified: null }] : []),
      ...(await publishedDocumentAddresses(database, agency.id, { page, perPage: SITEMAP_PART })).map(
        ({ slug, publishedAt }) => ({ path: documentPath(slug!), lastModified: publishedAt }),
      ),
    ],
  };
}
