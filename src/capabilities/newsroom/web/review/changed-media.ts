import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import { kindOf } from "../../contract.ts";
import { asRichText, type KindText } from "../stored-text.ts";

/** A picture or recording that a text shows. */
export interface ShownMedium {
  mediaId: string;
  /** Where: "Ảnh đại diện", "Ảnh trong bài", or the place that the kind names. */
  where: string;
  /** What is said for those who do not see it. */
  alt: string;
}

export interface ChangedMedium extends ShownMedium {
  change: "gone" | "new" | "alt";
}

const shownIn = ({ kind, body, imageId, imageAlt, media }: KindText): ShownMedium[] => {
  const places = kindOf(kind)?.media ?? [];
  return [
    ...(imageId ? [{ mediaId: imageId, where: "Ảnh đại diện", alt: imageAlt }] : []),
    ...media.map(({ mediaId, role, alt }) => ({
      mediaId,
      where: places.find((place) => place.role === role)?.label ?? "Tư liệu khác",
      alt,
    })),
    ...collectImages(asRichText(body)).map(({ mediaId, alt }) => ({ mediaId, where: "Ảnh trong bài", alt })),
  ];
};

/** What of pictures and recordings changed between two texts: what went, what came, whose description is another. */
export function changedMedia(before: KindText, now: KindText): ChangedMedium[] {
  const [old, fresh] = [shownIn(before), shownIn(now)];
  const sameIn = (list: ShownMedium[], { mediaId, where }: ShownMedium) =>
    list.find((one) => one.mediaId === mediaId && one.where === where);
  return [
    ...old.filter((one) => !sameIn(fresh, one)).map((one) => ({ ...one, change: "gone" as const })),
    ...fresh.flatMap((one): ChangedMedium[] => {
      const was = sameIn(old, one);
      if (!was) return [{ ...one, change: "new" }];
      return was.alt === one.alt ? [] : [{ ...one, change: "alt" }];
    }),
  ];
}
