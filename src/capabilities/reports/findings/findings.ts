import type { FindingKind } from "#plan";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "../chain.ts";
import { countFigures } from "../figures.ts";

export interface Finding {
  taskId: string;
  kind: FindingKind;
  /** The same for the same shortcoming, whoever finds it again. */
  cause: string;
  what: string;
  unitName: string | null;
}

/**
 * What a report's own figures show as lacking: tasks past their day without any proof in the year, and tasks without a
 * day of their own that have no proof in the period. What is due later is none.
 */
export function findingsOf(chain: Chain): Finding[] {
  const proven = countFigures(chain).find(({ key }) => key === "tasks.with-evidence")!.rows.ids;
  const { code, label, to } = chain.period;
  return chain.tasks.flatMap(({ id, title, dueOn, doneThisYear, leadUnitText }): Finding[] => {
    if (proven.includes(id)) return [];
    const base = { taskId: id, unitName: leadUnitText };
    if (dueOn === null)
      return [
        {
          ...base,
          kind: "no-proof",
          cause: `no-proof:${id}:${code}`,
          what: `Nhiệm vụ “${title}” chưa có minh chứng trong ${label.charAt(0).toLocaleLowerCase("vi")}${label.slice(1)}`,
        },
      ];
    if (doneThisYear || dueOn > to) return [];
    return [
      {
        ...base,
        kind: "late",
        cause: `late:${id}:${dueOn}`,
        what: `Nhiệm vụ “${title}” quá hạn ngày ${formatDate(dueOn)}, chưa có minh chứng`,
      },
    ];
  });
}
