import type { RichText } from "./rich-text.ts";

/** A text of plain lines: each a paragraph, those that begin with "## " a heading, empty ones left out. */
export const paragraphsOf = (lines: string[]): RichText => ({
  type: "doc",
  content: lines
    .flatMap((line) => line.split("\n"))
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) =>
      line.startsWith("## ")
        ? { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: line.slice(3) }] }
        : { type: "paragraph", content: [{ type: "text", text: line }] },
    ),
});
