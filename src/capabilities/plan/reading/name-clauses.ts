import { type ClauseNode, childrenOf, segmentsOf } from "./clause-node.ts";

/**
 * Gives every clause its label, level and path, once all stand in their places: paragraphs and bullets are counted
 * among their kind, and a path that is taken gets "~2", "~3" … Returns the paths that were printed more than once.
 */
export function nameClauses(root: ClauseNode): string[] {
  const repeated: string[] = [];
  const taken = new Map<string, number>();

  const name = (node: ClauseNode) => {
    const plain = node.segments.join(".");
    const times = taken.get(plain);
    if (times === undefined) {
      taken.set(plain, 1);
      node.path = plain;
      return;
    }
    repeated.push(plain);
    let time = times;
    do time += 1;
    while (taken.has(`${plain}~${time}`));
    taken.set(plain, time);
    node.path = `${plain}~${time}`;
    taken.set(node.path, 1);
    node.segments = [...node.segments.slice(0, -1), `${node.segments.at(-1)}~${time}`];
  };

  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = childrenOf(node);
    let paragraphs = 0;
    let bullets = 0;
    for (const child of children) {
      if (child.kind === "paragraph") child.label = `p${++paragraphs}`;
      else if (child.kind === "bullet") child.label = `b${++bullets}`;
      child.level = node.kind === "root" ? 0 : node.level + 1;
      child.segments = segmentsOf(node.segments, child.label);
      name(child);
    }
    for (const child of children.reverse()) open.push(child);
  }
  return repeated;
}
