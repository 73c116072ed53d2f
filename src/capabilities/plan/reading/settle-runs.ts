import { type ClauseNode, childrenOf, isNode } from "./clause-node.ts";

/**
 * One run of labelled lines speaks of the clause that holds it; where a clause holds several,
 * each speaks of the bullet or paragraph before it.
 */
export function settleRuns(root: ClauseNode): void {
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    liftFromLastPoint(node);
    dropUnled(node);
    const runs = node.entries.filter((entry) => entry.kind === "fields");
    let previous: ClauseNode | null = null;
    for (const entry of node.entries) {
      if (isNode(entry)) {
        open.push(entry);
        if (entry.kind === "paragraph" || entry.kind === "bullet") previous = entry;
        continue;
      }
      const own = node.kind === "root" ? null : node;
      entry.target = runs.length === 1 ? (own ?? previous) : (previous ?? own);
      for (const field of entry.fields) entry.target?.fields.push(field);
    }
  }
}

/** Numbered lines that tell a time and no unit ("1. Thời gian: …", "2. Địa điểm: …") describe an event, no task. */
function dropUnled(node: ClauseNode): void {
  const numbered = node.entries.filter((entry) => entry.kind === "fields" && entry.numbered);
  const led = numbered.some((entry) => entry.fields.some(({ name }) => name === "lead"));
  if (numbered.length > 0 && !led) node.entries = node.entries.filter((entry) => !numbered.includes(entry));
}

/** Labelled lines after the last of several điểm, none of which has its own, speak of the clause that holds them all. */
function liftFromLastPoint(node: ClauseNode): void {
  const points = childrenOf(node).filter((child) => child.kind === "letter");
  const last = points.at(-1);
  const only = last?.entries[0];
  if (points.length < 2 || !last || last.entries.length !== 1 || only?.kind !== "fields") return;
  const others = points.slice(0, -1).some((point) => point.entries.some((entry) => entry.kind === "fields"));
  if (others) return;
  last.entries = [];
  node.entries.push(only);
}
