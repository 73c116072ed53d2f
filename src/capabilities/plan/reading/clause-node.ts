import type { Field } from "./field-name.ts";
import type { LabelKind } from "./label.ts";

/** A clause while the tree is built. */
export interface ClauseNode {
  kind: LabelKind | "paragraph" | "root";
  label: string;
  /** The mark of a bullet as printed; empty for other clauses. */
  mark: string;
  /** Depth of an automatic bullet in its list; null for other clauses. */
  depth: number | null;
  numbers: number[];
  /** What closes the printed number: ".", ")", "()" … */
  closing: string;
  rank: number;
  path: string;
  /** Labels that the path shows. */
  segments: string[];
  level: number;
  /** The words after the label. */
  words: string;
  bold: boolean;
  centered: boolean;
  /** A table stands directly under it. */
  tabled: boolean;
  /** Part of a list that counts from 1 again below a heading with a number of the same form. */
  innerList: boolean;
  emphasis: string | null;
  indexes: number[];
  parent: ClauseNode | null;
  /** Children and the runs of labelled lines between them, in order. */
  entries: (ClauseNode | FieldRun)[];
  /** Fields that state a task of this clause. */
  fields: Field[];
}

/** Labelled lines that follow each other: lead unit, time, product of one task. */
export interface FieldRun {
  kind: "fields";
  /** They stand behind numbers of their own ("a) Đơn vị chủ trì: …"). */
  numbered: boolean;
  fields: Field[];
  indexes: number[];
  /** The place that the run speaks of, once known. */
  target: ClauseNode | null;
}

export function isNode(entry: ClauseNode | FieldRun): entry is ClauseNode {
  return entry.kind !== "fields";
}

export function childrenOf(node: ClauseNode): ClauseNode[] {
  return node.entries.filter(isNode);
}

/** A clause and all below it, in the order of the document. */
export function* withDescendants(root: ClauseNode): Generator<ClauseNode> {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    yield node;
    for (let at = node.entries.length - 1; at >= 0; at -= 1) {
      const entry = node.entries[at]!;
      if (isNode(entry)) open.push(entry);
    }
  }
}

export function makeNode(kind: ClauseNode["kind"], label: string, parent: ClauseNode | null): ClauseNode {
  return {
    kind,
    label,
    mark: kind === "bullet" ? label : "",
    depth: null,
    numbers: [],
    closing: "",
    rank: kind === "root" ? -1 : 99,
    path: "",
    segments: [],
    level: 0,
    words: "",
    bold: false,
    centered: false,
    tabled: false,
    innerList: false,
    emphasis: null,
    indexes: [],
    parent,
    entries: [],
    fields: [],
  };
}

/** The labels of a path: an outer number that the inner label repeats ("4" before "4.2") is dropped. */
export function segmentsOf(outer: string[], label: string): string[] {
  const kept = [...outer];
  while (kept.length > 0 && label.startsWith(`${kept.at(-1)}.`)) kept.pop();
  const article = /^Điều (\d+)$/.exec(kept.at(-1) ?? "")?.[1];
  if (article !== undefined && label.startsWith(`${article}.`))
    return [...kept, label.slice(article.length + 1)];
  return [...kept, label];
}
