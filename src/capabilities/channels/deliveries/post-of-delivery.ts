import { type ContentToDeliver, type DeliverableMedia, mediaCaptions, mediaPath } from "#newsroom";
import { partAround } from "#newsroom/contract";
import type { Database } from "#platform/database/database.ts";

import { slugify } from "#platform/text/slugify.ts";
import type { Post, PostPicture, PostRecording } from "../connectors/connector.ts";
import { networkOf, type PostWords } from "../networks/index.ts";
import { type PictureToSend, picturesToSend } from "../pictures/chosen-pictures.ts";
import { cutAddress, cutKey, jpegOf } from "../pictures/cut-picture.ts";
import { shapeOf } from "../pictures/picture-shape.ts";
import type { Delivery } from "./delivery-queries.ts";

let base = "http://127.0.0.1:3000";
let isForOthers = true;

/**
 * Says under which address the portal stands, and whether others than this machine reach it there; done once by the
 * process.
 */
export function linkUnder(address: string, { reachable }: { reachable: boolean }): void {
  base = address.replace(/\/+$/, "");
  isForOthers = reachable;
}

/** Links in posts lead to our portal: without an address for others nothing is posted by itself. */
export const hasAddressForOthers = (): boolean => isForOthers;

/** A path of our portal as others open it. */
export const absolute = (path: string): string => `${base}${path}`;

/** "#CảiCáchHànhChính" of a theme's name: each word begun large, nothing but letters and digits. */
const hashtag = (theme: string): string =>
  `#${theme
    .normalize("NFC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.charAt(0).toLocaleUpperCase("vi") + word.slice(1))
    .join("")}`;

/** The article with the marker, so that a post is found again and a visit is told by where it came from. */
const linkOf = (content: ContentToDeliver, network: string, marker: string): string => {
  if (content.path === null) return "";
  const url = new URL(absolute(content.path));
  url.searchParams.set("utm_source", network);
  url.searchParams.set("utm_content", marker);
  return url.toString();
};

/** What follows from the approved text where a channel has no words of its own; what is heard is what is said. */
export const sharedText = (
  { title, summary, said, whole }: Pick<ContentToDeliver, "title" | "summary" | "said" | "whole">,
  network: string,
): string => {
  const known = networkOf(network);
  if (said !== null && known?.channel === "radio") return said;
  if (known?.atLength && whole.trim() !== "") return whole;
  return [title, summary].filter((part) => part.trim() !== "").join("\n\n");
};

/** The words of a post as they would go out now. */
export function wordsOf(
  content: ContentToDeliver,
  network: string,
  { marker, ownText }: Pick<Delivery, "marker" | "ownText">,
): PostWords {
  return {
    title: content.title,
    summary: content.summary,
    text: (ownText ?? sharedText(content, network)).normalize("NFC"),
    link: linkOf(content, network, marker),
    hashtags: [...new Set(content.themes.map(hashtag))],
  };
}

const pictureOf = (deliveryId: string, { media, alt, cut }: PictureToSend): PostPicture => {
  const { id, width, height, path, narrow } = media;
  if (cut === null)
    return {
      ...{ id, alt, width, height },
      address: absolute(path),
      narrow: absolute(narrow),
      jpeg: (most) => jpegOf(id, null, most),
    };
  const part = partAround({ width, height }, shapeOf(cut.shape), cut);
  return {
    // Cut otherwise it is another picture, also to what a network was sent before.
    id: `${id}-${cutKey(id, cut)}`,
    ...{ alt, width: part.width, height: part.height },
    address: absolute(cutAddress(deliveryId, id, cut)),
    narrow: absolute(cutAddress(deliveryId, id, cut)),
    jpeg: (most) => jpegOf(id, cut, most),
  };
};

const recordingOf = (media: DeliverableMedia, database: Database): PostRecording[] => {
  const { id, sort, contentType, bytes, seconds, width, height, path } = media;
  return sort === "picture"
    ? []
    : [
        {
          ...{ id, sort, contentType, bytes, seconds, width, height },
          address: absolute(path),
          path: mediaPath(id),
          captions: () => mediaCaptions(database, id),
        },
      ];
};

/** What a connector is given to send. */
export function postOf(content: ContentToDeliver, network: string, row: Delivery, database: Database): Post {
  return {
    marker: row.marker,
    embargoUntil: content.embargoUntil,
    ...wordsOf(content, network, row),
    pictures: picturesToSend(content, row.ownPictures).map((one) => pictureOf(row.id, one)),
    recordings: content.media.flatMap((one) => recordingOf(one, database)),
  };
}

/** A file name for a picture in a pack, in ASCII. */
export const packName = (title: string, number: number, ending: string): string =>
  `${slugify(title).slice(0, 60) || "anh"}-${number}.${ending}`;
