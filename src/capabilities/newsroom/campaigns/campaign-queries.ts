import { and, count, desc, eq, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { campaign, story } from "../tables.ts";
import { campaignStateOf } from "./campaign.ts";
import { campaignPolicy } from "./policy.ts";

type Campaign = typeof campaign.$inferSelect;

/** One of the agency; `lock` holds the row until the transaction ends. @throws NotFound */
export async function campaignOf(
  q: Queryable,
  agencyId: string,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Campaign> {
  const query = q
    .select()
    .from(campaign)
    .where(and(eq(campaign.agencyId, agencyId), eq(campaign.id, id)));
  const [found] = lock ? await query.for("update") : await query;
  if (!found) throw new NotFound("Không có đợt cao điểm, sự kiện này trong cơ quan.");
  return found;
}

/** All of the agency, the newest first, each with how many stories belong to it and what the caller may do. */
export async function listCampaigns(q: Queryable, actor: Actor) {
  const rows = await q
    .select()
    .from(campaign)
    .where(eq(campaign.agencyId, actor.agencyId))
    .orderBy(desc(campaign.fromDay), desc(campaign.id));
  const counts = new Map(
    (
      await q
        .select({ id: story.campaignId, stories: count() })
        .from(story)
        .where(
          and(
            isNull(story.droppedAt),
            inArray(
              story.campaignId,
              rows.map(({ id }) => id),
            ),
          ),
        )
        .groupBy(story.campaignId)
    ).map(({ id, stories }) => [id, stories]),
  );
  const names = await personNames(
    q,
    rows.flatMap(({ endedBy }) => (endedBy ? [endedBy] : [])),
  );
  const now = today().toString();
  return {
    campaigns: rows.map((row) => ({
      ...row,
      state: campaignStateOf(row, now),
      endedByName: row.endedBy && (names.get(row.endedBy) ?? ""),
      stories: counts.get(row.id) ?? 0,
      may: campaignPolicy.may(actor, row),
    })),
    may: campaignPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

/** Those that some day between two falls into; one that was ended stands until the day of its end. */
export async function campaignsBetween(q: Queryable, agencyId: string, span: { from: string; to: string }) {
  const lastDay = sql<string>`least(${campaign.toDay}, (${campaign.endedAt} at time zone 'Asia/Ho_Chi_Minh')::date)`;
  return q
    .select({
      id: campaign.id,
      kind: campaign.kind,
      name: campaign.name,
      fromDay: campaign.fromDay,
      toDay: sql<string>`${lastDay}::text`,
    })
    .from(campaign)
    .where(
      and(
        eq(campaign.agencyId, agencyId),
        lte(campaign.fromDay, span.to),
        gte(campaign.toDay, span.from),
        or(isNull(campaign.endedAt), sql`${lastDay} >= greatest(${campaign.fromDay}, ${span.from}::date)`),
      ),
    )
    .orderBy(campaign.fromDay, campaign.id);
}
