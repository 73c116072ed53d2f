import { type RichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import type { ContentFields } from "../content-fields.ts";

/** A text as it comes over the wire: the server has checked its body, whose depth the client's types do not follow. */
export interface StoredText {
  title: string;
  summary: string;
  body: { type: "doc"; content?: unknown[] | undefined };
  primaryTheme: string | null;
  themes: string[];
  imageId: string | null;
  imageAlt: string;
}

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
}: StoredText): ContentFields => ({
  title,
  summary,
  body: asRichText(body),
  primaryTheme,
  themes,
  imageId,
  imageAlt,
});

/** Everything that is read of a text, without its marks, as two texts are compared. */
export const plainText = ({ title, summary, body }: StoredText): string =>
  [title, summary, richTextToPlainText(asRichText(body))].join("\n\n");

/** Theirs, a rule, then mine: where their title and summary stand, mine go into the body, so that nothing is dropped. */
export function joinedTexts(mine: ContentFields, theirs: StoredText): ContentFields {
  const line = (text: string, other: string) =>
    text.trim() !== "" && text !== other ? [{ type: "paragraph", content: [{ type: "text", text }] }] : [];
  return {
    ...mine,
    title: theirs.title || mine.title,
    summary: theirs.summary || mine.summary,
    body: {
      type: "doc",
      content: [
        ...(asRichText(theirs.body).content ?? []),
        { type: "horizontalRule" },
        ...(theirs.title ? line(mine.title, theirs.title) : []),
        ...(theirs.summary ? line(mine.summary, theirs.summary) : []),
        ...(mine.body.content ?? []),
      ],
    },
  };
}
