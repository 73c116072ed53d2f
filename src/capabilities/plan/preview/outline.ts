import { segmentsOf } from "../reading/clause-node.ts";
import type { Clause } from "../reading/plan-reading.ts";

/** A clause while the outline is being changed: paths are given again at the end. */
export interface Outline {
  label: string;
  title: string | null;
  text: string;
  children: Outline[];
  /** Paths, before the change, of the clauses that this one is or has taken in. */
  was: string[];
}

export const outlineOf = (clauses: Clause[]): Outline[] =>
  clauses.map(({ path, label, title, text, children }) => ({
    label,
    title,
    text,
    children: outlineOf(children),
    was: [path],
  }));

/** The kind of a clause without a number, which is counted among its kind: "p3", "b1". A point "b)" has a number. */
export const positional = (label: string): "p" | "b" | null =>
  /^p\d+$/.test(label) ? "p" : /^b\d+$/.test(label) ? "b" : null;

/**
 * The outline with labels, levels and paths given as the reader gives them, and where each earlier path has gone.
 * Paragraphs and bullets are counted among their kind; a path that is taken gets "~2", "~3" …
 */
export function named(outline: Outline[]): { clauses: Clause[]; moved: Map<string, string> } {
  const moved = new Map<string, string>();
  const taken = new Map<string, number>();

  const free = (segments: string[]): string[] => {
    const plain = segments.join(".");
    const times = taken.get(plain);
    if (times === undefined) {
      taken.set(plain, 1);
      return segments;
    }
    let time = times;
    do time += 1;
    while (taken.has(`${plain}~${time}`));
    taken.set(plain, time);
    taken.set(`${plain}~${time}`, 1);
    return [...segments.slice(0, -1), `${segments.at(-1)}~${time}`];
  };

  const walk = (list: Outline[], outer: string[], level: number): Clause[] => {
    const counts = { p: 0, b: 0 };
    const placed = list.map((node) => {
      const kind = positional(node.label);
      const label = kind === null ? node.label : `${kind}${++counts[kind]}`;
      return { node, label, segments: free(segmentsOf(outer, label)) };
    });
    return placed.map(({ node, label, segments }) => {
      const path = segments.join(".");
      for (const before of node.was) moved.set(before, path);
      return {
        path,
        label,
        level,
        title: node.title,
        text: node.text,
        children: walk(node.children, segments, level + 1),
      };
    });
  };
  return { clauses: walk(outline, [], 0), moved };
}

/** Where a clause stands in the outline: its list, the clause that holds it, the one printed right above it. */
export interface Place {
  node: Outline;
  list: Outline[];
  at: number;
  parent: Outline | null;
  above: Outline | null;
}

/** Null: there is no such clause. */
export function placeOf(list: Outline[], path: string, parent: Outline | null = null): Place | null {
  for (const [at, node] of list.entries()) {
    if (node.was.includes(path)) return { node, list, at, parent, above: lastOf(list[at - 1]) ?? parent };
    const inside = placeOf(node.children, path, node);
    if (inside) return inside;
  }
  return null;
}

/** The clause printed last within another: the other itself, or the last one inside it. */
function lastOf(node: Outline | undefined): Outline | null {
  if (!node) return null;
  return lastOf(node.children.at(-1)) ?? node;
}
