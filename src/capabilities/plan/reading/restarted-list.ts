import { type ClauseNode, childrenOf, withDescendants } from "./clause-node.ts";
import { isCapitals } from "./printed.ts";

/** Whether an unnumbered paragraph reads as the heading of the list that follows it. */
export function headsAList(node: ClauseNode): boolean {
  if (node.words.length > 250) return false;
  if (node.words.endsWith(":") || isCapitals(node.words)) return true;
  return !/[.;,!?…]$/.test(node.words) && (node.bold || node.centered || node.words.length <= 120);
}

/**
 * Where a list counts from 1 again under an unnumbered heading, the lists under the like headings before it
 * belong to those headings too, so that no two clauses have one number.
 */
export function nestUnderHeadings(root: ClauseNode): void {
  for (const node of withDescendants(root)) {
    const heads = childrenOf(node).filter(
      (child) => child.kind === "paragraph" && childrenOf(child).length > 0,
    );
    const first = heads[0];
    if (!first) continue;
    const listed = childrenOf(first)[0]!;
    const kept: typeof node.entries = [];
    let under: ClauseNode | null = null;
    for (const entry of node.entries) {
      if (entry.kind === "paragraph")
        under =
          headsAList(entry) && entry.bold === first.bold && childrenOf(entry).length === 0 ? entry : null;
      if (under && entry.kind === listed.kind && entry.rank === listed.rank) {
        entry.parent = under;
        under.entries.push(entry);
      } else kept.push(entry);
    }
    node.entries = kept;
  }
}
