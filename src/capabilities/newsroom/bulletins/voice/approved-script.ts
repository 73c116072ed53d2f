import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { contentItem, contentRevision } from "../../tables.ts";
import { bulletinKind } from "../bulletin-kind.ts";
import { saidStates } from "../policy.ts";
import { asSaid } from "./machine-voice.ts";

/**
 * Whether these are, word for word, the words of a bulletin that the agency has approved, and that nothing keeps back:
 * no limit to named readers, no moment before which it may not be known.
 */
export async function isApprovedScript(
  q: Queryable,
  agencyId: string,
  text: string,
  at: Date,
): Promise<boolean> {
  const { kind, field } = bulletinKind();
  const agreed = sql`coalesce(${contentItem.liveRevisionId}, ${contentItem.approvedRevisionId})`;
  const words = sql`btrim(regexp_replace(${contentRevision.own} ->> ${field}, '\\s+', ' ', 'g'))`;
  const [found] = await q
    .select({ id: contentItem.id })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, agreed))
    .where(
      and(
        eq(contentItem.agencyId, agencyId),
        eq(contentItem.kind, kind.slug),
        inArray(contentItem.state, [...saidStates]),
        eq(contentItem.limited, false),
        or(isNull(contentItem.embargoUntil), lte(contentItem.embargoUntil, at)),
        sql`${words} = ${asSaid(text)}`,
      ),
    )
    .limit(1);
  return found !== undefined;
}
