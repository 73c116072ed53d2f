import type { ContentToDeliver, DeliverableMedia } from "#newsroom";
import type { Delivery } from "../deliveries/delivery-queries.ts";
import type { PictureCut } from "./picture-shape.ts";

export interface PictureToSend {
  media: DeliverableMedia;
  alt: string;
  cut: PictureCut | null;
}

/** The pictures that go out: those chosen for the channel, else all of the text. One that left the text is left out. */
export function picturesToSend(
  { media }: Pick<ContentToDeliver, "media">,
  ownPictures: Delivery["ownPictures"],
): PictureToSend[] {
  const all = media.filter(({ sort }) => sort === "picture");
  if (ownPictures === null) return all.map((one) => ({ media: one, alt: one.alt, cut: null }));
  return ownPictures.flatMap(({ id, alt, cut }) => {
    const found = all.find((one) => one.id === id);
    return found ? [{ media: found, alt, cut }] : [];
  });
}
