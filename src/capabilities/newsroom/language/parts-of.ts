import { collectImages, type RichText } from "#platform/rich-text/render-rich-text.ts";
import type { AiUse } from "../ai-use/ai-use.ts";
import type { PlacedMedia } from "../content-fields.ts";
import type { ContentKind, OwnField } from "../kinds/index.ts";
import { isReadInText } from "../media-in-place.ts";
import { wordsOfCaptions } from "../media-library/caption-words.ts";
import { sortOf } from "../media-library/media-sort.ts";

/** A video or a recording of the library, as far as the public reads it. */
export interface Recording {
  id: string;
  sort: "video" | "audio";
  /** Its name on the page. */
  alt: string;
  /** WebVTT. */
  captions: string | null;
  transcript: string | null;
}

/** The words of an item, with all that citizens read beside the body. */
export interface JudgedText {
  /** Absent: no field of a kind is known. */
  kind?: ContentKind | undefined;
  title: string;
  summary: string;
  body: RichText;
  imageAlt?: string;
  /** Values of the kind's own fields, by name. */
  own?: Record<string, string>;
  media?: readonly PlacedMedia[];
  aiUse?: AiUse | null;
  /** What plays beside the text. */
  recordings?: readonly Recording[];
}

/** Words outside the body. */
export interface Part {
  /** Names the place: a field of the screen, or `picture-<id>-…`, `recording-<id>-…`, which stand elsewhere. */
  field: string;
  /** As people call the place. */
  where: string;
  text: string;
  /** Captions have no sentences: they are cut where the speaker breathes. */
  type: "line" | "spoken";
}

/** In these a kind asks for words, and for a mailbox; a telephone number is asked for so that it be called. */
const readIn: readonly OwnField["type"][] = ["line", "text", "email"];

function ofKind({ kind, own = {} }: JudgedText): Part[] {
  return (kind?.own ?? []).flatMap(({ name, label, type, shown }) =>
    readIn.includes(type) && shown !== "staff"
      ? [{ field: `own-${name}`, where: label, text: own[name] ?? "", type: "line" }]
      : [],
  );
}

function ofPictures({ body, imageAlt = "" }: JudgedText): Part[] {
  return [
    { field: "image-alt", where: "Mô tả ảnh đại diện", text: imageAlt, type: "line" },
    ...collectImages(body).flatMap(({ mediaId, alt, caption }, place): Part[] => [
      {
        field: `picture-${mediaId}-alt`,
        where: `Mô tả ảnh ${place + 1} trong bài`,
        text: alt,
        type: "line",
      },
      {
        field: `picture-${mediaId}-caption`,
        where: `Chú thích ảnh ${place + 1} trong bài`,
        text: caption ?? "",
        type: "line",
      },
    ]),
  ];
}

function ofMedia({ kind, media = [] }: JudgedText): Part[] {
  return (kind?.media ?? []).flatMap(({ role, label }) =>
    media
      .filter((placed) => placed.role === role)
      .flatMap(({ mediaId, alt, caption }, place): Part[] => {
        const at = `${label}, mục ${place + 1}`;
        const field = `media-${role}-${mediaId}`;
        return [
          { field: `${field}-alt`, where: `${at}: mô tả`, text: alt, type: "line" },
          { field: `${field}-caption`, where: `${at}: chú thích`, text: caption, type: "line" },
        ];
      }),
  );
}

function ofRecordings({ kind, media = [], own = {}, recordings = [] }: JudgedText): Part[] {
  return media.flatMap(({ mediaId, role }): Part[] => {
    const recording = recordings.find(({ id }) => id === mediaId);
    if (!recording) return [];
    const { sort, alt, captions, transcript } = recording;
    const rule = kind?.media.find((one) => one.role === role);
    const field = `recording-${mediaId}`;
    const of = `${sortOf(sort).noun} trong Kho tư liệu`;
    return [
      { field: `${field}-alt`, where: `Mô tả của ${of}`, text: alt, type: "line" },
      {
        field: `${field}-captions`,
        where: `Phụ đề của ${of}`,
        text: wordsOfCaptions(captions ?? "").join(" "),
        type: "spoken",
      },
      {
        field: `${field}-transcript`,
        where: `Lời thoại của ${of}`,
        // Where a field of the kind is the transcript, the library's is not shown.
        text: rule && isReadInText(rule, own) ? "" : (transcript ?? ""),
        type: "line",
      },
    ];
  });
}

/** Everything that citizens read of an item beside its body, in the order of the page; what is empty is not there. */
export const partsOf = (text: JudgedText): Part[] =>
  [
    { field: "title", where: "Tiêu đề", text: text.title, type: "line" as const },
    { field: "summary", where: "Sapo", text: text.summary, type: "line" as const },
    ...ofPictures(text),
    ...ofKind(text),
    ...ofMedia(text),
    { field: "ai-label", where: "Nhãn về AI", text: text.aiUse?.label ?? "", type: "line" as const },
    ...ofRecordings(text),
  ].filter((part) => part.text.trim() !== "");

/** Where the words are written that stand in no field of the screen; null: they stand in one. */
export function placeElsewhere(field: string): {
  at: "picture" | "recording";
  mediaId: string;
  part: string;
} | null {
  const [, at, mediaId, part] = /^(picture|recording)-([0-9a-f-]{36})-([a-z]+)$/u.exec(field) ?? [];
  return at && mediaId && part ? { at: at as "picture" | "recording", mediaId, part } : null;
}
