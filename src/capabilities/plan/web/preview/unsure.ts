import { warningsOfTask } from "../../preview/preview-state.ts";
import { inOrder } from "../../reading/in-order.ts";
import type { ImportView } from "../api.ts";

/** One thing that the reader was not sure of, and where on the screen it stands. */
export interface Unsure {
  /** Position in the reading's warnings. */
  index: number;
  message: string;
  /** Field of the header: "number", "signer". */
  header: string | null;
  /** Path of a clause. */
  clause: string | null;
  /** Positions of tasks. */
  tasks: number[];
  /** Index of the paragraph of the source. */
  paragraph: number | null;
}

/** The first paragraph of the source that holds a clause; several short ones may share a paragraph. Null: none. */
export function printedAt({ reading, paragraphs }: ImportView, path: string): number | null {
  const own = paragraphs.find(({ clausePath }) => clausePath === path);
  if (own) return own.index;
  const clause = inOrder(reading.clauses).find((candidate) => candidate.path === path);
  const words = (clause?.title ?? clause?.text ?? "").slice(0, 60);
  return words === "" ? null : (paragraphs.find(({ text }) => text.includes(words))?.index ?? null);
}

/** Every warning with its places. */
export function unsurePlaces(found: ImportView): Unsure[] {
  const { reading, paragraphs } = found;
  const paths = new Set(inOrder(reading.clauses).map(({ path }) => path));
  const tasksOf = new Map<number, number[]>();
  for (const index of reading.tasks.keys())
    for (const warning of warningsOfTask(found, index))
      tasksOf.set(warning, [...(tasksOf.get(warning) ?? []), index]);
  return reading.warnings.map(({ message, where }, index) => {
    const printed = paragraphs.find(({ warnings }) => warnings?.includes(index));
    const clause = paths.has(where) ? where : (printed?.clausePath ?? null);
    return {
      index,
      message,
      header: where.startsWith("header.") ? (where.split(".")[1] ?? null) : null,
      clause,
      tasks: tasksOf.get(index) ?? [],
      paragraph: printed?.index ?? (clause === null ? null : printedAt(found, clause)),
    };
  });
}
