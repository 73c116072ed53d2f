import { and, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { mediaAsset } from "../tables.ts";

/** A drawing of the sample department by the name of its file; null where it is not in the library. */
export async function samplePictureId(
  q: Queryable,
  agencyId: string,
  fileName: string,
): Promise<string | null> {
  const [found] = await q
    .select({ id: mediaAsset.id })
    .from(mediaAsset)
    .where(and(eq(mediaAsset.agencyId, agencyId), eq(mediaAsset.fileName, fileName)))
    .limit(1);
  return found?.id ?? null;
}
