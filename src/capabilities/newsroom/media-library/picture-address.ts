import { PICTURE_WIDTHS } from "#platform/rich-text/rich-text.ts";
import { type Crop, cropOf, cropSlugs, type Focus } from "./crops.ts";

/** A form in which a stored picture is offered: no wider than so many pixels, or cut to a shape. */
export type Rendition = (typeof PICTURE_WIDTHS)[number] | Crop;

const isCrop = (rendition: Rendition): rendition is Crop =>
  (cropSlugs as readonly (string | number)[]).includes(rendition);

/**
 * Where a form of the picture is served; null: as it is stored. The address of a cut names the point it is made around,
 * so that what is kept under an address never shows another cut.
 */
export function pictureAddress(id: string, rendition: Rendition | null, focus: Focus | null = null): string {
  if (rendition === null) return `/media/${id}`;
  if (!isCrop(rendition)) return `/media/${id}/${rendition}`;
  const { file, ending } = cropOf(rendition);
  return `/media/${id}/${file}${focus ? `-${focus.x}-${focus.y}` : ""}.${ending}`;
}

/** The widths offered of a picture so wide, as a srcset; undefined when there is only the one. */
export function sourcesOf(id: string, width: number): string | undefined {
  const narrower = PICTURE_WIDTHS.filter((candidate) => candidate < width);
  if (narrower.length === 0) return undefined;
  return [
    ...narrower.map((candidate) => `${pictureAddress(id, candidate)} ${candidate}w`),
    `${pictureAddress(id, null)} ${width}w`,
  ].join(", ");
}
