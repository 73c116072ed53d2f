import { pointOrdinal } from "#platform/text/point-letter.ts";
import { fromRoman } from "#platform/text/roman-numeral.ts";
import { type ClauseNode, childrenOf } from "./clause-node.ts";
import type { ReadingWarning } from "./plan-reading.ts";

/** The position of a clause by its own number; null for what has none. */
export function ordinalOf(node: ClauseNode): number | null {
  if (node.kind === "roman") return fromRoman(node.label);
  if (node.kind === "decimal") return node.numbers.at(-1) ?? null;
  if (node.kind === "letter") return pointOrdinal(node.label);
  if (node.kind === "article") return Number(/\d+/.exec(node.label)?.[0] ?? Number.NaN) || null;
  return null;
}

/** Warnings for numbers that are left out or printed twice among the clauses of one parent. */
export function labelWarnings(root: ClauseNode, repeated: string[]): ReadingWarning[] {
  const warnings: ReadingWarning[] = repeated.map((path) => ({
    code: "duplicate-label",
    message: `Số thứ tự ${path} xuất hiện nhiều lần; các mục sau được ghi thêm “~2”, “~3”…`,
    where: path,
  }));
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    let previous: ClauseNode | null = null;
    for (const child of childrenOf(node)) {
      open.push(child);
      const now = ordinalOf(child);
      const before = previous && previous.kind === child.kind ? ordinalOf(previous) : null;
      const latin = previous?.label === "d" && child.label === "e";
      if (now !== null && before !== null && now > before + 1 && !latin)
        warnings.push({
          code: "label-gap",
          message: `Sau ${previous!.label} là ${child.label}: có thể thiếu một mục ở giữa; cần đối chiếu văn bản gốc.`,
          where: child.path,
        });
      if (now !== null) previous = child;
    }
  }
  return warnings;
}
