import type { SourceDocument } from "#platform/official-document/read/block.ts";
import { type ClauseNode, childrenOf } from "./clause-node.ts";
import type { ReadingWarning, SourceParagraph } from "./plan-reading.ts";

/** Where the parts of a reading came from. */
export interface Origins {
  root: ClauseNode;
  /** For each task the paragraphs that state it. */
  tasks: number[][];
  /** Paragraphs by the place that a warning names, beside the paths of clauses. */
  places: Map<string, number[]>;
}

/** The paragraphs of the source, each with the clause, the tasks and the warnings that it led to. */
export function sourceParagraphs(
  document: SourceDocument,
  { root, tasks, places }: Origins,
  warnings: ReadingWarning[],
): SourceParagraph[] {
  const paths = new Map<number, string>();
  const clauses = new Map<string, number[]>();
  const open = childrenOf(root).reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    clauses.set(node.path, node.indexes);
    for (const index of node.indexes) if (!paths.has(index)) paths.set(index, node.path);
    for (const entry of node.entries) {
      if (entry.kind === "fields") {
        for (const index of entry.indexes) paths.set(index, (entry.target ?? node).path);
      } else open.push(entry);
    }
  }
  const stated = byParagraph(tasks);
  const unsure = byParagraph(warnings.map(({ where }) => places.get(where) ?? clauses.get(where) ?? []));

  const paragraphs: SourceParagraph[] = [];
  const push = ({ index, label, text }: { index: number; label: string | null; text: string }) => {
    if (text.trim() === "") return;
    const made: SourceParagraph = {
      index,
      text: label === null ? text : `${label} ${text}`,
      clausePath: paths.get(index) ?? null,
    };
    const tasksHere = stated.get(index);
    const warningsHere = unsure.get(index);
    if (tasksHere) made.tasks = tasksHere;
    if (warningsHere) made.warnings = warningsHere;
    paragraphs.push(made);
  };
  for (const block of document.blocks) {
    if (block.kind === "paragraph") push(block);
    else
      for (const row of block.rows)
        for (const cell of row) if (!cell.continued) cell.paragraphs.forEach(push);
  }
  return paragraphs;
}

/** Turns lists of paragraphs around: for each paragraph the positions of the lists that name it. */
function byParagraph(lists: number[][]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [position, list] of lists.entries())
    for (const index of new Set(list)) {
      const known = found.get(index);
      if (known) known.push(position);
      else found.set(index, [position]);
    }
  return found;
}
