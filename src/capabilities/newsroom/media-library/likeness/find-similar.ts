import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { isSamePicture, type Likeness, NEAR_BITS } from "./likeness.ts";

/** So many of the agency's pictures, the newest, are compared; beyond them a copy is not told of. */
const MOST_COMPARED = 50_000;
/** So many of the nearest get the second look. */
const MOST_LOOKED_AT = 24;
const MOST_TOLD = 6;

/** Pictures of the same library that are nearly this one, the nearest first. Those in the bin are left out. */
export async function findSimilar(q: Queryable, agencyId: string, id: string): Promise<string[]> {
  const { rows } = await q.execute<{ id: string; hashes: string; small: string }>(sql`
    with this as (select hashes from media_likeness where media_id = ${id} and agency_id = ${agencyId}),
    compared as (
      select m.id from media_asset m
      where m.agency_id = ${agencyId} and m.sort = 'picture' and m.binned_at is null and m.id <> ${id}
      order by m.uploaded_at desc, m.id desc limit ${MOST_COMPARED}),
    near as (
      select l.media_id, least(
        (select min(bit_count(mine # l.hashes[1])) from unnest(this.hashes) as mine),
        (select min(bit_count(theirs # this.hashes[1])) from unnest(l.hashes) as theirs)) as bits
      from compared c join media_likeness l on l.media_id = c.id cross join this)
    select * from (
      select l.media_id as id, array_to_string(l.hashes, ',') as hashes, encode(l.small, 'hex') as small, near.bits
      from near join media_likeness l using (media_id)
      where near.bits <= ${NEAR_BITS} order by near.bits, l.media_id desc limit ${MOST_LOOKED_AT}) found
    union all
    select l.media_id, array_to_string(l.hashes, ','), encode(l.small, 'hex'), -1
    from media_likeness l where l.media_id = ${id} and l.agency_id = ${agencyId}
    order by bits`);
  const [self, ...near] = rows.map((row): Likeness & { id: string } => ({
    id: row.id,
    hashes: row.hashes.split(","),
    small: Buffer.from(row.small, "hex"),
  }));
  if (self?.id !== id) return [];
  return near
    .filter((other) => isSamePicture(self, other))
    .slice(0, MOST_TOLD)
    .map((other) => other.id);
}
