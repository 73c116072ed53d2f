import { and, eq, type SQL, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { mediaAsset, mediaFolder } from "../../tables.ts";
import { folderPolicy } from "./policy.ts";

export type MediaFolder = typeof mediaFolder.$inferSelect;

/** One of the agency's, locked until the transaction ends. @throws NotFound */
export async function folderOf(q: Queryable, agencyId: string, id: string): Promise<MediaFolder> {
  const [found] = await q
    .select()
    .from(mediaFolder)
    .where(and(eq(mediaFolder.agencyId, agencyId), eq(mediaFolder.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có thư mục này trong kho.");
  return found;
}

/** The folder and those above it up to the top, nearest first. */
export async function pathOf(q: Queryable, agencyId: string, id: string): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(sql`
    with recursive above as (
      select id, parent_id, 1 as step from media_folder where agency_id = ${agencyId} and id = ${id}
      union all
      select f.id, f.parent_id, step + 1 from media_folder f join above on f.id = above.parent_id
    )
    select id from above order by step`);
  return rows.map((row) => row.id);
}

/** Ids of a folder and of all within it, for a condition. */
export const withinFolder = (agencyId: string, id: string): SQL => sql`
  (with recursive inside as (
    select id from media_folder where agency_id = ${agencyId} and id = ${id}
    union all
    select f.id from media_folder f join inside on f.parent_id = inside.id
  ) select id from inside)`;

/** All folders of the agency by name, each with how much lies in it itself and what the caller may do. */
export async function presentFolders(q: Queryable, actor: Actor) {
  const rows = await q
    .select()
    .from(mediaFolder)
    .where(eq(mediaFolder.agencyId, actor.agencyId))
    .orderBy(sql`${mediaFolder.name} collate "vi-x-icu"`, mediaFolder.id);
  const counted = await q
    .select({ id: mediaAsset.folderId, count: sql<number>`count(*)::int` })
    .from(mediaAsset)
    .where(
      and(
        eq(mediaAsset.agencyId, actor.agencyId),
        sql`${mediaAsset.folderId} is not null and ${mediaAsset.binnedAt} is null`,
      ),
    )
    .groupBy(mediaAsset.folderId);
  const counts = new Map(counted.map(({ id, count }) => [id, count]));
  const names = await personNames(
    q,
    rows.map(({ madeBy }) => madeBy),
  );
  return {
    folders: rows.map((row) => ({
      id: row.id,
      parentId: row.parentId,
      name: row.name,
      count: counts.get(row.id) ?? 0,
      madeByName: names.get(row.madeBy) ?? "",
      may: folderPolicy.may(actor, row),
    })),
    may: folderPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}
