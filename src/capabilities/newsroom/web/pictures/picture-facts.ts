import type { RichNode } from "#platform/rich-text/render-rich-text.ts";
import type { Picture } from "../api.ts";

/** What the dialogs ask about a picture. A type, because forms take records. */
export type PictureFacts = Pick<
  Picture,
  "alt" | "credit" | "source" | "licence" | "consent" | "consentReference"
> & {
  decorative: boolean;
  /** Printed under it in this text. */
  caption: string;
};

export const noFacts: PictureFacts = {
  alt: "",
  decorative: false,
  credit: "",
  source: "",
  licence: null,
  consent: "missing",
  consentReference: "",
  caption: "",
};

/** What is known of a picture, as the form holds it. */
export const factsOf = (picture: Picture, caption: string | null): PictureFacts => ({
  alt: picture.alt,
  decorative: picture.alt === "" && picture.described,
  credit: picture.credit ?? "",
  source: picture.source ?? "",
  licence: picture.licence,
  consent: picture.consent,
  consentReference: picture.consentReference ?? "",
  caption: caption ?? "",
});

/** A picture put into a text. */
export interface ChosenPicture {
  id: string;
  alt: string;
  width: number;
  height: number;
  caption: string | null;
  /** What comes into the text under it. */
  below?: RichNode[];
}
