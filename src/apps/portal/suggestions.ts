import type { PortalCall, PortalFile } from "#platform/http/portal-page.ts";
import { suggestTexts } from "#platform/search/suggest-texts.ts";

const LIMIT = 8;
const SECONDS = 60;

/** What the search box offers while one types: titles that hold the words so far. */
export async function answerSuggestions({ database, agency, query }: PortalCall): Promise<PortalFile> {
  const found = await suggestTexts(database, { agencyId: agency.id, typed: query.q ?? "", limit: LIMIT });
  return {
    kind: "file",
    contentType: "application/json; charset=utf-8",
    body: JSON.stringify(
      found.map(({ title, label, address }) => ({ title, label, href: agency.base + address })),
    ),
    tags: [],
    maxAge: SECONDS,
  };
}
