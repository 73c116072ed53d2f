import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { RichNode } from "#platform/rich-text/render-rich-text.ts";
import type { GraphicInput } from "./infographic.ts";
import { templateOf } from "./templates/index.ts";

const paragraph = (text: string): RichNode => ({
  type: "paragraph",
  ...(text !== "" && { content: [{ type: "text", text }] }),
});

/** The same as the picture says, as a table of the text; columns with nothing in them are left out. */
export function tableOf(input: Pick<GraphicInput, "template" | "rows">): RichNode {
  const filled = (templateOf(input.template)?.columns ?? []).filter(({ name }) =>
    input.rows.some((row) => (row[name] ?? "") !== ""),
  );
  const row = (type: string, cells: string[]): RichNode => ({
    type: "tableRow",
    content: cells.map((words) => ({ type, content: [paragraph(words)] })),
  });
  return {
    type: "table",
    content: [
      row(
        "tableHeader",
        filled.map(({ label }) => label),
      ),
      ...input.rows.map((cells) =>
        row(
          "tableCell",
          filled.map(({ name }) => cells[name] ?? ""),
        ),
      ),
    ],
  };
}

export const tableHeading: RichNode = {
  type: "heading",
  attrs: { level: 2 },
  content: [{ type: "text", text: "Số liệu trong hình" }],
};

/** What is printed under the picture where the text has no field for it. */
export const drawingCaption = ({ source, day }: Pick<GraphicInput, "source" | "day">): string =>
  `Nguồn: ${source}${day === null ? "" : `; số liệu tính đến ${formatDate(day)}`}`;
