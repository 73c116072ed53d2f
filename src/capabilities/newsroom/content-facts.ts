import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { onlySeen } from "./readers/hidden.ts";
import { contentClause, contentItem, contentObligation, contentRevision, contentTask } from "./tables.ts";

/** By what many texts are told apart and gathered, as parts of a question to the database, of what the actor sees: `texts` (id, kind, unit_id, title, themes: some of them perhaps twice or empty) and their `links` (item_id, link_id). */
export async function contentFactsThere(q: Queryable, actor: Actor): Promise<{ texts: SQL; links: SQL }> {
  const { agencyId } = actor;
  const seen = await onlySeen(q, actor);
  return {
    texts: sql`
      select ${contentItem.id} as id, ${contentItem.kind} as kind, ${contentItem.unitId} as unit_id, ${contentRevision.title} as title,
        array[coalesce(${contentRevision.primaryTheme}, '')] || ${contentRevision.themes} as themes
      from ${contentItem} join ${contentRevision}
        on ${contentRevision.id} = coalesce(${contentItem.liveRevisionId}, ${contentItem.currentRevisionId})
      where ${contentItem.agencyId} = ${agencyId}${seen && sql` and ${seen}`}`,
    links: sql.join(
      [
        sql`select ${contentClause.itemId} as item_id, ${contentClause.clauseId} as link_id from ${contentClause} where ${contentClause.agencyId} = ${agencyId}`,
        sql`select ${contentObligation.itemId}, ${contentObligation.obligationId} from ${contentObligation} where ${contentObligation.agencyId} = ${agencyId}`,
        sql`select ${contentTask.itemId}, ${contentTask.taskId} from ${contentTask} where ${contentTask.agencyId} = ${agencyId}`,
      ],
      sql` union all `,
    ),
  };
}
