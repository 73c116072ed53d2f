import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaOf } from "../../media-library/media-queries.ts";
import { mediaPolicy } from "../../media-library/policy.ts";
import { mediaLoudness } from "../../tables.ts";
import type { Loudness } from "./meter.ts";

/** Keeps what the browser of somebody measured of a recording, for those who decide on it. */
export async function noteLoudness(
  work: Work,
  { id, lufs, truePeakDb }: { id: string } & Loudness,
): Promise<void> {
  const { tx, actor, at } = work;
  const media = mediaPolicy.permit(actor, "upload", await mediaOf(tx, actor.agencyId, id));
  if (media.sort !== "audio")
    throw new Unacceptable("Chỉ đo độ lớn của bản thu.", [{ field: "id", message: "Hãy chọn một bản thu." }]);
  const measured = { lufs, truePeakDb, measuredBy: actor.personId, measuredAt: at };
  const kept = await tx
    .insert(mediaLoudness)
    .values({ mediaId: id, agencyId: actor.agencyId, ...measured })
    // What the server measured itself stands.
    .onConflictDoNothing({ target: mediaLoudness.mediaId })
    .returning();
  if (kept.length > 0)
    await work.record({
      act: "note-loudness",
      objectKind: "media",
      objectId: id,
      after: { lufs, truePeakDb },
    });
}
