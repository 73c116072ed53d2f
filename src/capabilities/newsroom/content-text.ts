import { createHash } from "node:crypto";
import { type RichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { ContentFields } from "./content-fields.ts";
import type { ContentText } from "./content-requirements.ts";
import { searchable } from "./searchable.ts";

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

/** A text ready to store: NFC, its words for search, and the hash that an approval is bound to. */
export function contentText(
  kind: string,
  fields: ContentFields,
): ContentText & { hash: string; titlePlain: string } {
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
    imageAlt: fields.imageId === null ? "" : toNfc(fields.imageAlt).trim(),
  };
  const { plain: _, imageAlt, ...rest } = text;
  // Texts from before leading pictures had words of their own keep the hash they were approved with.
  const hashed = fields.imageId === null ? rest : { ...rest, imageAlt };
  return {
    ...text,
    titlePlain: searchable(text.title),
    hash: createHash("sha256")
      .update(JSON.stringify(sortedKeys(hashed)))
      .digest("hex"),
  };
}
