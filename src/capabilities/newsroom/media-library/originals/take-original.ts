import { NotFound } from "#platform/auth/policy.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaOf } from "../media-queries.ts";
import { mediaPolicy } from "../policy.ts";
import { originalBytes, originalFacts } from "./original-facts.ts";

/** A picture as it came in, with all that the camera noted, under a name that tells truly what it is; who took it is in the audit. */
export async function takeOriginal(
  work: Work,
  { id }: { id: string },
): Promise<{ bytes: Uint8Array; name: string }> {
  const { tx, actor } = work;
  const media = mediaPolicy.permit(actor, "takeOriginal", await mediaOf(tx, actor.agencyId, id));
  const facts = await originalFacts(media);
  if (!facts) throw new NotFound("Tư liệu này không có tệp gốc riêng trong kho.");
  const { ending, ...after } = facts;
  await work.record({
    act: "take-media-original",
    objectKind: "media",
    objectId: id,
    after: { fileName: media.fileName, ...after },
  });
  const name = slugify(media.fileName.replace(/\.[^.]{1,8}$/u, ""), 80) || "anh";
  return { bytes: await originalBytes(id), name: `${name}-goc.${ending}` };
}
