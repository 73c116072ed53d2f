import type { RichNode, RichText } from "#platform/rich-text/render-rich-text.ts";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { slugify } from "#platform/text/slugify.ts";
import { type AiUse, aiDisclosure, aiWords } from "./ai-use/ai-use.ts";
import type { PlacedMedia } from "./content-fields.ts";
import { kindOf, type MediaRule, type OwnField } from "./kinds/index.ts";
import { isReadInText } from "./media-in-place.ts";
import { durationWords, type OwnValues, ownWords } from "./own-values.ts";

/** What the library knows of what stands in a text; of a recording also what those who cannot hear it have. */
interface PictureSize {
  width: number;
  height: number;
  alt?: string;
  hasPoster?: boolean;
  hasCaptions?: boolean;
  transcript?: string | null;
  contentType?: string;
  bytes?: number;
  durationMs?: number | null;
}

interface WholeText {
  kind: string;
  body: RichText;
  own: OwnValues;
  media: PlacedMedia[];
  aiUse: AiUse | null;
}

const text = (value: string, ...marks: RichNode["marks"] & object): RichNode => ({
  type: "text",
  text: value,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });

const fact = (name: string, value: RichNode): RichNode =>
  paragraph(text(`${name}: `, { type: "bold" }), value);

/** Telephone and mail lead somewhere; everything else is words. */
function valueNode(field: OwnField, value: string): RichNode {
  const href =
    field.type === "phone"
      ? `tel:${value.replace(/[^\d+]/g, "")}`
      : field.type === "email"
        ? `mailto:${value}`
        : null;
  const words = ownWords(field, value);
  return href ? text(words, { type: "link", attrs: { href } }) : text(words);
}

const paragraphsOf = (value: string): RichNode[] =>
  value
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line) => paragraph(text(line)));

/** Facts as a list of "name: value"; nothing when none is filled in. */
function factsOf(fields: OwnField[], own: OwnValues): RichNode[] {
  const items = fields.flatMap((field) => {
    const value = own[field.name];
    return value === undefined
      ? []
      : [
          {
            type: "listItem",
            content: [fact(field.label, valueNode(field, value))],
          },
        ];
  });
  return items.length > 0 ? [{ type: "bulletList", content: items }] : [];
}

const soundTypes: Record<string, string> = {
  "audio/mpeg": "mp3",
  "audio/mp4": "m4a",
  "audio/wav": "wav",
  "audio/ogg": "ogg",
  "audio/webm": "webm",
};

/** What those who broadcast a recording take with them: a file with a name of its own, and how long and large it is. */
function downloadOf({ alt, contentType = "", bytes, durationMs }: PictureSize) {
  const ending = soundTypes[contentType.split(";")[0]!];
  if (!ending || bytes === undefined || !durationMs) return null;
  return {
    name: `${slugify(alt ?? "", 60) || "ban-thu"}.${ending}`,
    words: `${ending.toUpperCase()}, ${durationWords(Math.round(durationMs / 1000))}, ${sizeInWords(bytes)}`,
  };
}

function mediaOf(
  rules: MediaRule[],
  media: PlacedMedia[],
  own: OwnValues,
  sizeOf: (mediaId: string) => PictureSize | undefined,
): RichNode[] {
  return rules.flatMap((rule) =>
    media
      .filter((placed) => placed.role === rule.role)
      .map(({ mediaId, alt, caption }) => {
        const known = sizeOf(mediaId);
        const shown = {
          src: `/media/${mediaId}`,
          caption: caption || null,
          width: known?.width ?? null,
          height: known?.height ?? null,
        };
        if (rule.sort === "picture") return { type: "image", attrs: { ...shown, alt } };
        const { hasPoster = false, hasCaptions = false, transcript = null } = known ?? {};
        return {
          type: rule.sort,
          attrs: {
            ...shown,
            label: known?.alt ?? "",
            poster: hasPoster,
            captions: hasCaptions,
            transcript: isReadInText(rule, own) ? null : transcript,
            download: rule.sort === "audio" && known ? downloadOf(known) : null,
          },
        };
      }),
  );
}

/**
 * The whole of an item under its title and summary: what is told of an AI's part, then, as its kind states it, facts
 * and media above the body, the body, and the rest. With `forStaff` also what the public does not see, for review and comparison.
 */
export function shownText(
  { kind, body, own, media, aiUse }: WholeText,
  {
    sizeOf = () => undefined,
    forStaff = false,
  }: { sizeOf?: (mediaId: string) => PictureSize | undefined; forStaff?: boolean } = {},
): RichText {
  const known = kindOf(kind);
  const fields = (place: OwnField["shown"]) => (known?.own ?? []).filter(({ shown }) => shown === place);
  const rules = (place: MediaRule["shown"]) => (known?.media ?? []).filter(({ shown }) => shown === place);
  const disclosed = aiDisclosure(aiUse);
  const heading = (words: string): RichNode => ({
    type: "heading",
    attrs: { level: 2 },
    content: [text(words)],
  });
  const inside = forStaff
    ? [
        ...factsOf(fields("staff"), own),
        ...(aiUse ? [fact("Trí tuệ nhân tạo (AI)", text(aiWords(aiUse)))] : []),
      ]
    : [];
  return {
    type: "doc",
    content: [
      ...(disclosed ? [paragraph(text(disclosed.label, { type: "italic" }))] : []),
      ...factsOf(fields("above"), own),
      ...mediaOf(rules("above"), media, own, sizeOf),
      ...(body.content ?? []),
      ...mediaOf(rules("below"), media, own, sizeOf),
      ...fields("section").flatMap((field) => {
        const value = own[field.name];
        return value === undefined ? [] : [heading(field.label), ...paragraphsOf(value)];
      }),
      ...factsOf(fields("below"), own),
      ...(inside.length > 0 ? [heading("Chỉ cơ quan thấy"), ...inside] : []),
    ],
  };
}
