import { z } from "zod";
import { richTextSchema, typedRichTextSchema } from "#platform/rich-text/rich-text.ts";

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
};
