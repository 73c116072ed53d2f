import { PICTURE_WIDTHS } from "#platform/rich-text/rich-text.ts";

/** The picture of a link card: what Open Graph readers expect (JPEG, at most 1 MB). */
export const CARD = { width: 1200, height: 630 };

/** A form in which a stored picture is offered: no wider than so many pixels, or as a link card. */
export type Rendition = (typeof PICTURE_WIDTHS)[number] | "card";

/** Where a form of the picture is served; null: as it is stored. */
export const pictureAddress = (id: string, rendition: Rendition | null): string =>
  rendition === null ? `/media/${id}` : `/media/${id}/${rendition === "card" ? "the.jpg" : rendition}`;

/** The widths offered of a picture so wide, as a srcset; undefined when there is only the one. */
export function sourcesOf(id: string, width: number): string | undefined {
  const narrower = PICTURE_WIDTHS.filter((candidate) => candidate < width);
  if (narrower.length === 0) return undefined;
  return [
    ...narrower.map((candidate) => `${pictureAddress(id, candidate)} ${candidate}w`),
    `${pictureAddress(id, null)} ${width}w`,
  ].join(", ");
}
