import { z } from "zod";
import { richTextSchema, typedRichTextSchema } from "#platform/rich-text/rich-text.ts";
import { aiUseSchema } from "./ai-use/ai-use.ts";

/** One of the media that stand beside the text, with its words there; the order is that of the list. */
const placedMedia = z.object({
  mediaId: z.uuid(),
  /** Its place, as the kind names it. */
  role: z.string().max(40),
  alt: z.string().max(500, "Mô tả ảnh quá dài.").default(""),
  caption: z.string().max(1000, "Chú thích quá dài.").default(""),
});

export type PlacedMedia = z.output<typeof placedMedia>;

/** What a writer fills in; every text may be unfinished. */
export const contentFields = z.object({
  title: z.string().max(1000, "Tiêu đề quá dài."),
  summary: z.string().max(5000, "Sapo quá dài."),
  body: richTextSchema,
  primaryTheme: z.string().max(100).nullable(),
  themes: z.array(z.string().max(100)).max(30),
  imageId: z.uuid().nullable(),
  /** What the leading picture shows, read aloud and on link cards; "" is a decoration. */
  imageAlt: z.string().max(500, "Mô tả ảnh quá dài.").default(""),
  /** Values of the fields of its kind, by their names. */
  own: z.record(z.string().max(40), z.string().max(50_000, "Có mục quá dài.")).default({}),
  media: z.array(placedMedia).max(60, "Nhiều nhất 60 ảnh, video, âm thanh trong một nội dung.").default([]),
  /** Whether an AI had a part in it; null: not said yet. */
  aiUse: aiUseSchema.nullable().default(null),
});

/** The same as the writer sends it: a link that leads nowhere does not keep the rest from being saved. */
export const typedFields = contentFields.extend({ body: typedRichTextSchema });

export type ContentFields = z.output<typeof contentFields>;

export const emptyFields: ContentFields = {
  title: "",
  summary: "",
  body: { type: "doc", content: [{ type: "paragraph" }] },
  primaryTheme: null,
  themes: [],
  imageId: null,
  imageAlt: "",
  own: {},
  media: [],
  aiUse: null,
};
