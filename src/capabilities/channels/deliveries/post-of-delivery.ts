import sharp from "sharp";
import {
  type ContentToDeliver,
  type DeliverableMedia,
  mediaBytes,
  mediaCaptions,
  mediaPath,
} from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { slugify } from "#platform/text/slugify.ts";
import type { Post, PostPicture, PostRecording } from "../connectors/connector.ts";
import type { PostWords } from "../networks/index.ts";
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

/** What follows from the approved text where a channel has no words of its own. */
export const sharedText = ({ title, summary }: Pick<ContentToDeliver, "title" | "summary">): string =>
  [title, summary].filter((part) => part.trim() !== "").join("\n\n");

/** The words of a post as they would go out now. */
export function wordsOf(
  content: ContentToDeliver,
  network: string,
  { marker, ownText }: Pick<Delivery, "marker" | "ownText">,
): PostWords {
  return {
    title: content.title,
    summary: content.summary,
    text: (ownText ?? sharedText(content)).normalize("NFC"),
    link: linkOf(content, network, marker),
    hashtags: [...new Set(content.themes.map(hashtag))],
  };
}

async function jpegOf(mediaId: string, most: { bytes: number; side: number }): Promise<Buffer> {
  const original = await mediaBytes(mediaId);
  if (!original) throw new Error(`picture ${mediaId} is not in the store`);
  const inside = sharp(original)
    .flatten({ background: "#ffffff" })
    .resize(most.side, most.side, { fit: "inside", withoutEnlargement: true });
  for (const quality of [86, 76, 66, 50]) {
    const bytes = await inside.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= most.bytes) return bytes;
  }
  return inside
    .resize(Math.round(most.side / 2), Math.round(most.side / 2), { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 50, mozjpeg: true })
    .toBuffer();
}

const pictureOf = ({ id, alt, width, height, path, narrow }: DeliverableMedia): PostPicture => ({
  ...{ id, alt, width, height },
  address: absolute(path),
  narrow: absolute(narrow),
  jpeg: (most) => jpegOf(id, most),
});

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
    ...wordsOf(content, network, row),
    pictures: content.media.filter(({ sort }) => sort === "picture").map(pictureOf),
    recordings: content.media.flatMap((one) => recordingOf(one, database)),
  };
}

/** A file name for a picture in a pack, in ASCII. */
export const packName = (title: string, number: number, ending: string): string =>
  `${slugify(title).slice(0, 60) || "anh"}-${number}.${ending}`;
