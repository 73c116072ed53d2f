import { slugify } from "#platform/text/slugify.ts";

/** A run of words of the guide and how it is set. */
export interface Words {
  text: string;
  as: "plain" | "strong" | "em" | "code";
}

export type Block =
  | { kind: "heading"; id: string; title: string }
  | { kind: "paragraph"; words: Words[] }
  | { kind: "picture"; name: string; alt: string }
  /** Each step may have several paragraphs. */
  | { kind: "steps"; from: number; steps: Words[][][] };

/** A part of the guide, a page of the help: what stands under one heading. */
export interface Part {
  id: string;
  title: string;
  blocks: Block[];
}

const marked = /\*\*([^*]+)\*\*|\*([^*]+)\*|`([^`]+)`/g;

function wordsOf(line: string): Words[] {
  const words: Words[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) words.push({ text: line.slice(from, to), as: "plain" });
  };
  for (const match of line.matchAll(marked)) {
    plain(match.index);
    const [whole, strong, em, code] = match;
    words.push({
      text: strong ?? em ?? code ?? "",
      as: strong !== undefined ? "strong" : em !== undefined ? "em" : "code",
    });
    from = match.index + whole.length;
  }
  plain(line.length);
  return words;
}

/** The parts of the user guide, as docs/huong-dan-su-dung.md is written: headings, paragraphs, steps, pictures. */
export function readGuide(text: string): Part[] {
  const parts: Part[] = [];
  let blocks: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, level, heading] = line.match(/^(#{2,3}) (.+)$/) ?? [];
    const [, alt, name] = line.match(/^!\[([^\]]*)\]\(pictures\/([^)]+)\)$/) ?? [];
    const [, number, step] = line.match(/^(\d+)\. (.+)$/) ?? [];
    const further = line.match(/^ {3,}(\S.*)$/)?.[1];
    const last = blocks.at(-1);
    if (heading !== undefined && level === "##") {
      blocks = [];
      parts.push({ id: slugify(heading), title: heading, blocks });
    } else if (heading !== undefined) {
      blocks.push({ kind: "heading", id: slugify(heading), title: heading });
    } else if (name !== undefined) {
      blocks.push({ kind: "picture", name, alt: alt ?? "" });
    } else if (step !== undefined) {
      if (last?.kind === "steps") last.steps.push([wordsOf(step)]);
      else blocks.push({ kind: "steps", from: Number(number), steps: [[wordsOf(step)]] });
    } else if (further !== undefined && last?.kind === "steps") {
      last.steps.at(-1)!.push(wordsOf(further));
    } else if (line.trim() !== "" && !line.startsWith("# ")) {
      blocks.push({ kind: "paragraph", words: wordsOf(line.trim()) });
    }
  }
  return parts;
}

/** Words without how they are set. */
export const plainly = (words: Words[]): string => words.map(({ text }) => text).join("");

/** What a block says, without how it is set. */
export function saidIn(block: Block): string {
  if (block.kind === "heading") return block.title;
  if (block.kind === "picture") return block.alt;
  if (block.kind === "paragraph") return plainly(block.words);
  return block.steps.flat().map(plainly).join("\n");
}
