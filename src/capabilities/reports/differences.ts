import { canonicalJson } from "./canonical-json.ts";
import type { Collected } from "./collect-figures.ts";
import type { Figure } from "./figure.ts";

export interface Differences {
  figures: { key: string; label: string; frozen: Figure | null; now: Figure | null }[];
  rows: {
    kind: "content" | "evidence" | "task" | "obligation";
    id: string;
    label: string;
    change: "added" | "removed" | "changed";
  }[];
}

/** What the chain says today beside what was frozen: changed figures, and the rows that made them change. */
export function differences(frozen: Collected, now: Collected): Differences {
  const before = new Map(frozen.figures.map((figure) => [figure.key, figure]));
  const after = new Map(now.figures.map((figure) => [figure.key, figure]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key) ?? null, after.get(key) ?? null];
    const same = was?.numerator === is?.numerator && was?.denominator === is?.denominator;
    return same ? [] : [{ key, label: (was ?? is)!.label, frozen: was, now: is }];
  });
  return {
    figures: changed,
    rows: [
      ...rowChanges(
        "obligation",
        frozen.chain.obligations,
        now.chain.obligations,
        ({ code, what }) => `${code}: ${what}`,
      ),
      ...rowChanges("task", frozen.chain.tasks, now.chain.tasks, ({ title }) => title),
      ...rowChanges("content", frozen.chain.content, now.chain.content, ({ title }) => title),
      ...rowChanges("evidence", frozen.chain.evidence, now.chain.evidence, ({ label }) => label),
    ],
  };
}

/** A row without what follows from other rows or from a later way of counting. */
const told = (row: object) =>
  canonicalJson({
    ...row,
    channel: null,
    clauses: null,
    due: null,
    unitReasons: null,
    dueOn: null,
    doneThisYear: null,
    withdrawnReason: null,
  });

function rowChanges<Row extends { id: string }>(
  kind: Differences["rows"][number]["kind"],
  frozen: Row[],
  now: Row[],
  labelOf: (row: Row) => string,
): Differences["rows"] {
  const before = new Map(frozen.map((row) => [row.id, row]));
  const after = new Map(now.map((row) => [row.id, row]));
  const changeOf = (was: Row | undefined, is: Row | undefined) => {
    if (was === undefined) return "added" as const;
    if (is === undefined) return "removed" as const;
    return told(was) === told(is) ? null : ("changed" as const);
  };
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const change = changeOf(was, is);
    return change === null ? [] : [{ kind, id, label: labelOf((is ?? was)!), change }];
  });
}
