import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import type { ContentFields } from "../content-fields.ts";

/** A text as it comes over the wire: the server has checked its body, whose depth the client's types do not follow. */
export interface StoredText {
  title: string;
  summary: string;
  body: { type: "doc"; content?: unknown[] | undefined };
  primaryTheme: string | null;
  themes: string[];
  imageId: string | null;
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
}: StoredText): ContentFields => ({
  title,
  summary,
  body: asRichText(body),
  primaryTheme,
  themes,
  imageId,
});
