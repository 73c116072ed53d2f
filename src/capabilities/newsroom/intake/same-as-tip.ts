import { and, eq, inArray } from "drizzle-orm";
import { agenciesBeside } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { claimsFor } from "../pool/pool-queries.ts";
import { takenFrom } from "../pool/reuse-queries.ts";
import { titleWithin } from "../similarity/compare-texts.ts";
import { findSimilar } from "../similarity/find-similar.ts";
import { presentSimilar } from "../similarity/present-similar.ts";
import { readSyllables } from "../similarity/read-syllables.ts";
import { contentItem } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { tipOf } from "./tip-queries.ts";

/** So many of a tip's sentences may be what another took as its title. */
const SENTENCES = 4;

/** How another agency's published text can be taken over, by its id; `reusedAs` is the own item made of it. */
async function waysToReuse(q: Queryable, actor: Actor, ids: string[]) {
  if (ids.length === 0) return new Map();
  const beside = await agenciesBeside(q, actor.agencyId);
  const rows = await q
    .select({
      id: contentItem.id,
      agencyId: contentItem.agencyId,
      slug: contentItem.slug,
      forbidden: contentItem.reuseForbidden,
    })
    .from(contentItem)
    .where(and(inArray(contentItem.id, ids), eq(contentItem.state, "published")));
  const taken = await takenFrom(q, actor, ids);
  return new Map(
    rows.flatMap(({ id, agencyId, slug, forbidden }) => {
      const of = beside.find((one) => one.id === agencyId);
      if (!of || slug === null) return [];
      return [[id, { agency: of.slug, slug, forbidden, reusedAs: taken.get(id) ?? null }] as const];
    }),
  );
}

/**
 * What tells the same as a tip: texts of the own agency, what others have published, and the topics that others say they
 * are working on.
 */
export async function sameAsTip(q: Queryable, actor: Actor, id: string) {
  const { words } = tipPolicy.permit(actor, "read", await tipOf(q, actor, id));
  const sentences = words
    .split(/\n|(?<=[.!?])\s/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
  const [title = "", ...rest] = sentences;
  const found = await findSimilar(
    q,
    actor,
    { itemId: null, title, summary: "", plain: rest.join("\n") },
    { titles: sentences.slice(0, SENTENCES), beginnings: true },
  );
  const ways = await waysToReuse(
    q,
    actor,
    found.filter(({ own }) => !own).map(({ itemId }) => itemId),
  );
  const whole = readSyllables(words);
  const { others } = await claimsFor(q, actor);
  return {
    similar: (await presentSimilar(q, found)).map((item) => ({
      ...item,
      reuse: ways.get(item.itemId) ?? null,
    })),
    claims: others.flatMap(({ title, plannedOn, contact, agencyName }) => {
      const score = titleWithin(readSyllables(title), whole);
      return score === null ? [] : [{ title, plannedOn, contact, agencyName, score }];
    }),
  };
}
