import { uuidv7 } from "#platform/database/id.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { playableBroadcast, windowsOf } from "./broadcast-queries.ts";
import { broadcastTaken } from "./tables.ts";
import { writePackage } from "./write-package.ts";

/** Gives the package of a station, and writes down who took it, when, with which text. */
export async function takePackage(
  work: Work,
  { id, takenBy, personId }: { id: string; takenBy: string; personId: string | null },
): Promise<{ bytes: Uint8Array; name: string }> {
  const { tx, actor, at } = work;
  const whole = await playableBroadcast(tx, actor.agencyId, id);
  const windows = (await windowsOf(tx, [id])).get(id) ?? [];
  const { bytes, sha256 } = await writePackage(whole, windows);
  await tx.insert(broadcastTaken).values({
    ...{ id: uuidv7(), agencyId: actor.agencyId, broadcastId: id, takenBy, personId },
    ...{ revisionId: whole.content.revisionId, sha256, at },
  });
  const name = `${slugify(whole.station.code)}-${slugify(whole.content.title).slice(0, 60)}.zip`;
  return { bytes, name };
}
