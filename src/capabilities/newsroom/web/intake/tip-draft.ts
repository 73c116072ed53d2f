import { newId } from "#ui/new-id.ts";
import { type TipKind, tipKinds } from "../../contract.ts";
import type { Place } from "../../intake/place-of-photo.ts";

/** A picture or a recording that is in the library already. */
export interface TipFile {
  mediaId: string;
  fileName: string;
  sort: string;
  place: Place | null;
}

/** What is written of a tip and not sent, as this machine keeps it. */
export interface TipDraft {
  /** The id of the tip that it becomes, however often it is sent. */
  id: string;
  kind: TipKind;
  words: string;
  /** Null: the first unit of the account. */
  unitId: string | null;
  files: TipFile[];
  keepsPlace: boolean;
  /** Names of files that were on their way. */
  underway: string[];
}

export const newTipDraft = (): TipDraft => ({
  id: newId(),
  kind: tipKinds[0].slug,
  words: "",
  unitId: null,
  files: [],
  keepsPlace: false,
  underway: [],
});

/** The tip as it is sent; where pictures were taken only when the sender says so. */
export const tipToSend = ({ id, kind, words, files, keepsPlace }: TipDraft, unitId: string) => ({
  id,
  unitId,
  kind,
  words,
  media: files.map(({ mediaId, place }) => ({
    mediaId,
    latitude: keepsPlace && place ? place.latitude : null,
    longitude: keepsPlace && place ? place.longitude : null,
  })),
});
