import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { contentItem, mediaAsset, publicMedia } from "../tables.ts";
import { type MediaAsset, mediaOf, mediaWords } from "./media-queries.ts";
import { type MediaSort, sortOf } from "./media-sort.ts";
import { mediaPolicy } from "./policy.ts";
import { type Consent, type Licence, mediaIssues } from "./rights.ts";

export interface MediaFacts {
  alt: string;
  /** Says on purpose that the picture shows nothing to be told; of pictures alone. */
  decorative: boolean;
  credit: string | null;
  source: string | null;
  licence: Licence | null;
  consent: Consent;
  consentReference: string | null;
}

const noted = (text: string | null) => (text === null || text.trim() === "" ? null : toNfc(text).trim());

/** The columns that hold what is stated. @throws Unacceptable without words for those who do not see the picture */
export function columnsOf(
  sort: MediaSort,
  { alt, decorative, credit, source, licence, consent, consentReference }: MediaFacts,
) {
  const says = alt.trim() !== "";
  if (!says && !(decorative && sort === "picture")) {
    const message =
      sort === "picture"
        ? "Hãy mô tả ảnh cho người không nhìn thấy, hoặc chọn “ảnh trang trí”."
        : `Hãy mô tả ${sortOf(sort).noun} trong một câu.`;
    throw new Unacceptable(message, [{ field: "alt", message }]);
  }
  if (consent === "on-file" && noted(consentReference) === null) {
    const message = "Hãy ghi nơi lưu văn bản đồng ý: số, tên tệp hoặc ngày.";
    throw new Unacceptable(message, [{ field: "consentReference", message }]);
  }
  return {
    described: true,
    alt: decorative && sort === "picture" ? "" : toNfc(alt).trim(),
    credit: noted(credit),
    source: noted(source),
    licence,
    consent,
    consentReference: consent === "on-file" ? noted(consentReference) : null,
  };
}

/** A picture that the public sees has lost a right: those who may withdraw the text are told at once. */
export async function tellLostRight(work: Work, media: MediaAsset, why: string): Promise<void> {
  const shown = await work.tx
    .select({ itemId: contentItem.id, createdBy: contentItem.createdBy })
    .from(publicMedia)
    .innerJoin(contentItem, eq(contentItem.id, publicMedia.itemId))
    .where(eq(publicMedia.mediaId, media.id));
  const editors = await peopleWithRole(work.tx, work.actor.agencyId, "editor");
  for (const { itemId, createdBy } of shown) {
    await notify(work, {
      personIds: [createdBy, ...editors.map(({ id }) => id)],
      cause: `media-lost-right:${media.id}:${itemId}:${work.at.toISOString()}`,
      kind: "failure",
      title: `${sortOf(media.sort).label} đang đăng ${why}: ${media.alt || media.fileName}`,
      href: `/workspace/noi-dung/${itemId}`,
    });
  }
}

/** States anew what a picture, a recording or a document shows, whose it is and whether the people in it agreed. Texts keep the words they were approved with. */
export async function describeMedia(
  work: Work,
  { id, ...facts }: MediaFacts & { id: string },
): Promise<MediaAsset> {
  const { tx, actor } = work;
  const before = mediaPolicy.permit(actor, "describe", await mediaOf(tx, actor.agencyId, id));
  const columns = columnsOf(before.sort, facts);
  const [after] = await tx
    .update(mediaAsset)
    .set({ ...columns, wordsPlain: mediaWords({ ...before, ...columns }) })
    .where(eq(mediaAsset.id, id))
    .returning();
  await work.record({ act: "describe-media", objectKind: "media", objectId: id, before, after });
  const [lost] = mediaIssues(after!);
  if (lost && mediaIssues(before).length === 0) await tellLostRight(work, after!, lost.message);
  return after!;
}
