import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { listContent } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";

const MOST = 20;
/** Pages of the list that are looked through: a unit's own drafts may lie behind those of all others. */
const MOST_PAGES = 20;

/** Drafts and returned texts that the caller may write, the newest change first. */
export async function textsForDrawing(q: Queryable, actor: Actor, words: string) {
  const found: Awaited<ReturnType<typeof listContent>>["rows"] = [];
  for (let page = 1; page <= MOST_PAGES && found.length < MOST; page++) {
    const { rows } = await listContent(q, actor, { states: ["draft", "returned"], q: words, page });
    if (rows.length === 0) break;
    found.push(...rows.filter(({ item }) => contentPolicy.may(actor, item).save?.allowed));
  }
  return found.slice(0, MOST);
}
