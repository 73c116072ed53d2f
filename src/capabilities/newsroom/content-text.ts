import { createHash } from "node:crypto";
import { z } from "zod";
import { type RichText, richTextSchema, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { ContentText } from "./content-requirements.ts";

const sortedKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
};

/** Every text of the editor is stored composed (NFC). */
const composed = (value: unknown): unknown => {
  if (typeof value === "string") return toNfc(value);
  if (Array.isArray(value)) return value.map(composed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]));
};

export const contentFields = z.object({
  title: z.string().max(1000),
  summary: z.string().max(5000),
  body: richTextSchema,
  primaryTheme: z.string().max(100).nullable(),
  themes: z.array(z.string().max(100)).max(30),
  imageId: z.uuid().nullable(),
});
export type ContentFields = z.output<typeof contentFields>;

export const emptyFields: ContentFields = {
  title: "",
  summary: "",
  body: { type: "doc", content: [{ type: "paragraph" }] },
  primaryTheme: null,
  themes: [],
  imageId: null,
};

/** A text ready to store: NFC, its words for search, and the hash that an approval is bound to. */
export function contentText(kind: string, fields: ContentFields): ContentText & { hash: string } {
  const body = composed(fields.body) as RichText;
  const text = {
    kind,
    title: toNfc(fields.title).trim(),
    summary: toNfc(fields.summary).trim(),
    body,
    plain: richTextToPlainText(body),
    primaryTheme: fields.primaryTheme,
    themes: [...new Set(fields.themes)].filter((slug) => slug !== fields.primaryTheme).sort(),
    imageId: fields.imageId,
  };
  const { plain: _, ...hashed } = text;
  return {
    ...text,
    hash: createHash("sha256")
      .update(JSON.stringify(sortedKeys(hashed)))
      .digest("hex"),
  };
}
