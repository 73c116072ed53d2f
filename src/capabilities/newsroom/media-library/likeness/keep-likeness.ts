import { sql } from "drizzle-orm";
import sharp from "sharp";
import type { Database, Queryable } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import { hashesOf, type Likeness, SMALL_SIDE } from "./likeness.ts";

const BATCH = 50;

/** By what a stored picture is compared. */
export async function likenessOf(bytes: Uint8Array): Promise<Likeness> {
  const small = await sharp(bytes)
    .flatten({ background: "#ffffff" })
    .greyscale()
    .resize(SMALL_SIDE, SMALL_SIDE, { fit: "fill" })
    .raw()
    .toBuffer();
  return { small, hashes: hashesOf(small) };
}

/** Keeps by what the picture is compared, once. */
export async function keepLikeness(q: Queryable, agencyId: string, id: string): Promise<void> {
  const bytes = await readFile(id);
  if (!bytes) return;
  const { small, hashes } = await likenessOf(bytes);
  await q.execute(sql`
    insert into media_likeness (media_id, agency_id, hashes, small)
    values (${id}, ${agencyId}, ${`{${hashes.join(",")}}`}::bit(64)[], decode(${Buffer.from(small).toString("hex")}, 'hex'))
    on conflict do nothing`);
}

/**
 * Looks at the pictures that were there before they were compared; what a kill leaves undone is still wanting
 * afterwards. A picture whose file cannot be read is passed over.
 */
export async function keepMissingLikenesses(database: Database): Promise<number> {
  let count = 0;
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await database.execute<{ id: string; agencyId: string }>(sql`
      select m.id, m.agency_id as "agencyId" from media_asset m
      where m.sort = 'picture' and m.gone_at is null and m.id > ${after}
        and not exists (select from media_likeness l where l.media_id = m.id)
      order by m.id limit ${BATCH}`);
    const last = rows.at(-1);
    if (!last) return count;
    for (const { id, agencyId } of rows)
      count += await keepLikeness(database, agencyId, id).then(
        () => 1,
        () => 0,
      );
    after = last.id;
  }
}
