import { contentOf, type RichNode } from "#platform/rich-text/rich-text.ts";
import { readable } from "#platform/text/readable.ts";
import { type JudgedText, partsOf } from "./parts-of.ts";
import type { Block } from "./remark.ts";

const holdsText = (node: RichNode): boolean => node.type === "paragraph" || node.type === "heading";

/** A block's words; a line break counts as one character, as it does in the editor. */
function wordsOf(node: RichNode): Pick<Block, "written" | "text" | "places" | "links"> {
  let given = "";
  const links: Block["links"] = [];
  for (const part of contentOf(node)) {
    const words = part.type === "hardBreak" ? "\n" : (part.text ?? "");
    const href = part.marks?.find(({ type }) => type === "link")?.attrs?.href;
    const last = links.at(-1);
    if (typeof href === "string" && last?.href === href && last.to === given.length) last.to += words.length;
    else if (typeof href === "string")
      links.push({ from: given.length, to: given.length + words.length, href });
    given += words;
  }
  return { ...readable(given), links };
}

/** Every block of a text, its body after title and summary; and the first blocks of tables without heads. */
export function blocksOf(judged: JudgedText): { blocks: Block[]; headless: Block[] } {
  const parts = partsOf(judged).map(
    ({ field, where, text, type }): Block => ({
      ...{ field, where, index: 0, type, level: 0 },
      ...readable(text),
      links: [],
    }),
  );
  const bodyAt = parts.filter(({ field }) => field === "title" || field === "summary").length;
  const where = judged.kind?.fields.body.label ?? "Nội dung";
  const blocks = parts.slice(0, bodyAt);
  const headless: Block[] = [];
  let index = 0;
  const walk = (nodes: RichNode[], inCell: boolean): void => {
    for (const node of nodes) {
      if (holdsText(node)) {
        const heading = node.type === "heading";
        blocks.push({
          field: "body",
          where,
          index,
          type: heading ? "heading" : inCell ? "cell" : "paragraph",
          level: heading ? Number(node.attrs?.level ?? 2) : 0,
          ...wordsOf(node),
        });
        index += 1;
        continue;
      }
      const first = blocks.length;
      walk(contentOf(node), inCell || node.type === "tableCell" || node.type === "tableHeader");
      const rows = node.type === "table" ? contentOf(node) : [];
      // A single row names and lists nothing.
      if (rows.length > 1 && rows.every((row) => contentOf(row).every(({ type }) => type === "tableCell"))) {
        const block = blocks[first];
        if (block) headless.push(block);
      }
    }
  };
  walk(contentOf(judged.body), false);
  blocks.push(...parts.slice(bodyAt));
  return { blocks, headless };
}
