import { type RichNode, type RichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { type AiUse, joinedUse } from "../ai-use/ai-use.ts";
import type { ContentFields, PlacedMedia } from "../content-fields.ts";
import { shownText } from "../shown-text.ts";

/** A text as it comes over the wire: the server has checked its body, whose depth the client's types do not follow. */
export interface StoredText {
  title: string;
  summary: string;
  body: { type: "doc"; content?: unknown[] | undefined };
  primaryTheme: string | null;
  themes: string[];
  imageId: string | null;
  imageAlt: string;
  own: Record<string, string>;
  media: PlacedMedia[];
  aiUse: AiUse | null;
}

/** A text of an item whose kind is known: what is shown of it depends on that. */
export type KindText = StoredText & { kind: string };

export const asRichText = (body: StoredText["body"]): RichText => body as RichText;

/** The fields of a revision that the writer edits. */
export const fieldsOf = ({
  title,
  summary,
  body,
  primaryTheme,
  themes,
  imageId,
  imageAlt,
  own,
  media,
  aiUse,
}: StoredText): ContentFields => ({
  title,
  summary,
  body: asRichText(body),
  primaryTheme,
  themes,
  imageId,
  imageAlt,
  own,
  media,
  aiUse,
});

/** A table with a line for each row: cell under cell nobody sees which figure belongs to what. */
function rowsAsLines(node: RichNode): RichNode {
  if (node.type === "tableRow") {
    const cells = (node.content ?? []).map((cell) =>
      richTextToPlainText({ type: "doc", content: cell.content ?? [] })
        .replace(/\s+/g, " ")
        .trim(),
    );
    return { type: "paragraph", content: [{ type: "text", text: cells.join(" | ") }] };
  }
  return node.content ? { ...node, content: node.content.map(rowsAsLines) } : node;
}

/** Everything that is read of a text, without its marks, as two texts are compared. */
export const plainText = ({ title, summary, body, kind, own, media, aiUse }: KindText): string =>
  [
    title,
    summary,
    richTextToPlainText({
      type: "doc",
      content: (
        shownText({ kind, body: asRichText(body), own, media, aiUse }, { forStaff: true }).content ?? []
      ).map(rowsAsLines),
    }),
  ].join("\n\n");

/** Theirs, a rule, then mine: where their title and summary stand, mine go into the body, so that nothing is dropped. */
export function joinedTexts(mine: ContentFields, theirs: StoredText): ContentFields {
  const line = (text: string, other: string) =>
    text.trim() !== "" && text !== other ? [{ type: "paragraph", content: [{ type: "text", text }] }] : [];
  return {
    ...mine,
    title: theirs.title || mine.title,
    summary: theirs.summary || mine.summary,
    aiUse: joinedUse(mine.aiUse, theirs.aiUse),
    own: { ...mine.own, ...theirs.own },
    media: [
      ...theirs.media,
      ...mine.media.filter(
        ({ mediaId, role }) =>
          !theirs.media.some((other) => other.mediaId === mediaId && other.role === role),
      ),
    ],
    body: {
      type: "doc",
      content: [
        ...(asRichText(theirs.body).content ?? []),
        { type: "horizontalRule" },
        ...(theirs.title ? line(mine.title, theirs.title) : []),
        ...(theirs.summary ? line(mine.summary, theirs.summary) : []),
        ...Object.entries(theirs.own).flatMap(([name, value]) => line(mine.own[name] ?? "", value)),
        ...(mine.body.content ?? []),
      ],
    },
  };
}
