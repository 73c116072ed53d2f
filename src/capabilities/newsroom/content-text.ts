import { createHash } from "node:crypto";
import { type RichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { type AiUse, noAi } from "./ai-use/ai-use.ts";
import { clean, unturned } from "./clean-words.ts";
import type { ContentFields, PlacedMedia } from "./content-fields.ts";
import type { ContentText } from "./content-requirements.ts";
import type { OwnValues } from "./own-values.ts";
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

/** Every text of the editor is stored composed (NFC), and reads in the order in which it was written. */
const composed = (value: unknown): unknown => {
  if (typeof value === "string") return unturned(value);
  // Nothing may be left of a stretch of unseen marks: the editor takes no empty text.
  if (Array.isArray(value)) return value.map(composed).filter((inner) => !isEmptyText(inner));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, composed(inner)]));
};

const isEmptyText = (value: unknown): boolean =>
  value !== null &&
  typeof value === "object" &&
  "type" in value &&
  value.type === "text" &&
  "text" in value &&
  value.text === "";

/** What is filled in; an empty field is none. */
const filled = (own: OwnValues): OwnValues =>
  Object.fromEntries(
    Object.entries(own)
      .map(([name, value]) => [name, clean(value)] as const)
      .filter(([, value]) => value !== ""),
  );

const placed = (media: PlacedMedia[]): PlacedMedia[] =>
  media.map(({ mediaId, role, alt, caption }) => ({
    mediaId,
    role,
    alt: clean(alt),
    caption: clean(caption),
  }));

/** What is no record of an AI's part is not kept beside one. */
const recorded = (aiUse: AiUse | null): AiUse | null =>
  aiUse === null || aiUse.use === "none"
    ? aiUse && noAi
    : {
        use: aiUse.use,
        tool: clean(aiUse.tool),
        purposes: [...new Set(aiUse.purposes)].sort(),
        checkedBy: clean(aiUse.checkedBy),
        label: clean(aiUse.label),
      };

/** A text ready to store: NFC, its words for search, and the hash that an approval is bound to. */
export function contentText(
  kind: string,
  fields: ContentFields,
): ContentText & { hash: string; titlePlain: string } {
  const body = composed(fields.body) as RichText;
  const text = {
    kind,
    title: unturned(fields.title).trim(),
    summary: unturned(fields.summary).trim(),
    body,
    plain: richTextToPlainText(body),
    primaryTheme: fields.primaryTheme,
    themes: [...new Set(fields.themes)].filter((slug) => slug !== fields.primaryTheme).sort(),
    imageId: fields.imageId,
    imageAlt: fields.imageId === null ? "" : unturned(fields.imageAlt).trim(),
    own: filled(fields.own),
    media: placed(fields.media),
    aiUse: recorded(fields.aiUse),
  };
  const { plain: _, imageAlt, own, media, aiUse, ...rest } = text;
  // Texts from before these fields keep the hash they were approved with.
  const hashed = {
    ...rest,
    ...(fields.imageId !== null && { imageAlt }),
    ...(Object.keys(own).length > 0 && { own }),
    ...(media.length > 0 && { media }),
    ...(aiUse !== null && { aiUse }),
  };
  return {
    ...text,
    titlePlain: searchable(text.title),
    hash: createHash("sha256")
      .update(JSON.stringify(sortedKeys(hashed)))
      .digest("hex"),
  };
}
