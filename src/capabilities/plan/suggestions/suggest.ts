import { createHash } from "node:crypto";
import { meansEveryUnit, plain, unitMeant } from "#platform/text/unit-named.ts";
import { clauseMark } from "../clause-mark.ts";
import { dueToKeep } from "../due-to-keep.ts";
import { codeBase, nextCode } from "../next-code.ts";
import type { Obligation, PlanClause, Task } from "../plan-queries.ts";
import { parseDue } from "../reading/due.ts";
import { splitUnits } from "../reading/unit-names.ts";
import type { ObligationFields } from "../save-obligation.ts";
import type { TaskFields } from "../save-task.ts";
import { type Duty, dutyInWords, findDuties } from "./find-duties.ts";

interface Proposed {
  /** The same words of the same clause give the same. */
  key: string;
  clauseId: string;
  clauseMark: string;
  /** What of the clause speaks for it, each as the end of "Vì …". */
  reasons: string[];
}
export type Suggestion = Proposed &
  ({ kind: "obligation"; obligation: ObligationFields } | { kind: "task"; task: TaskFields });

export interface SuggestFrom {
  year: number;
  clauses: PlanClause[];
  obligations: Obligation[];
  tasks: Task[];
  units: { id: string; name: string; shortName: string }[];
  /** Obligations that suggestions became: others of the same clause are still proposed beside them. */
  suggested: Set<string>;
}

const keyOf = (kind: string, clauseId: string, words: string) =>
  createHash("sha256")
    .update([kind, clauseId, plain(words)].join("\n"))
    .digest("hex")
    .slice(0, 32);

function reasonsOf({ verb, lead, leadFromHeading, time, product, target }: Duty): string[] {
  const said: [string, string | null][] = [
    ["khoản nêu việc phải làm", verb],
    [leadFromHeading ? "đề mục nêu đơn vị" : "khoản nêu đơn vị", lead],
    ["khoản nêu thời gian", time],
    ["khoản nêu sản phẩm", product],
    ["khoản nêu chỉ tiêu", target],
  ];
  return said.flatMap(([what, words]) => (words ? [`${what} “${words}”`] : []));
}

/** When the duty is to be met, of the four times that an obligation knows. */
function obligationDue({ sentence, time }: Duty): ObligationFields["due"] {
  const lower = sentence.toLowerCase();
  if (/(mỗi|từng|mọi) (tin|bài|sản phẩm|nội dung|tác phẩm|ấn phẩm)(?!\p{L})/u.test(lower)) return "item";
  if (/kịp thời|ngay khi|khi (có|phát sinh|được|xảy ra)/u.test(lower)) return "prompt";
  const { kind } = parseDue(time ?? "", 2000).due;
  if (kind === "date" || kind === "period") return "year";
  return time || /thường xuyên|liên tục|duy trì|hằng|hàng (ngày|tuần|tháng|quý)/u.test(lower)
    ? "continuous"
    : "year";
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase("vi") + words.slice(1);

const noDue: TaskFields["due"] = { kind: "none", text: null, date: null, from: null, to: null, every: null };

/**
 * What the clauses' own words ask for and the plan does not hold yet: an obligation for each duty of a clause without
 * obligations, a task for each clause with duties and without a task. Rules alone, each with its reasons.
 */
export function suggest({ year, clauses, obligations, tasks, units, suggested }: SuggestFrom): Suggestion[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const answered = new Set(obligations.flatMap(({ id, clauseId }) => (suggested.has(id) ? [] : [clauseId])));
  const worked = new Set(tasks.map(({ clauseId }) => clauseId));
  const taken = obligations.map(({ code }) => code);
  const duties = Map.groupBy(findDuties(clauses), ({ clauseId }) => clauseId);
  return [...duties].flatMap(([clauseId, found]): Suggestion[] => {
    const clause = byId.get(clauseId)!;
    const about = { clauseId, clauseMark: clauseMark(clause.path) };
    const unitsOf = (names: string | null) => {
      const listed = splitUnits(names ?? "");
      return {
        allUnits: listed.some(meansEveryUnit),
        ids: [...new Set(listed.flatMap((name) => unitMeant(units, name)?.id ?? []))],
      };
    };
    const made: Suggestion[] = [];
    for (const duty of answered.has(clauseId) ? [] : found) {
      const lead = unitsOf(duty.lead);
      const wanted = [
        duty.product && capital(duty.product),
        duty.target && `Số liệu cho thấy: ${duty.target}`,
      ].filter((part) => part);
      made.push({
        ...about,
        kind: "obligation",
        key: keyOf("obligation", clauseId, duty.sentence),
        reasons: reasonsOf(duty),
        obligation: {
          code: nextCode(codeBase(clause.path), taken),
          clauseId,
          what: capital(dutyInWords(duty)),
          themes: [],
          allUnits: lead.allUnits,
          unitIds: lead.ids,
          due: obligationDue(duty),
          evidenceWanted: wanted.join("; ").slice(0, 500) || null,
          noneReason: null,
        },
      });
    }
    const work = found.filter(({ isAim }) => !isAim);
    const [first] = work;
    if (!first || worked.has(clauseId) || worked.has(clause.parentId)) return made;
    const stating = <Key extends keyof Duty>(key: Key) => work.find((duty) => duty[key])?.[key] ?? null;
    const named = { lead: first.lead, time: stating("time"), product: stating("product") };
    const lead = unitsOf(named.lead);
    const helpers = [...lead.ids.slice(1), ...unitsOf(first.coordinating).ids];
    const time = parseDue(named.time ?? "", year).due;
    made.push({
      ...about,
      kind: "task",
      key: keyOf("task", clauseId, `${clause.title ?? ""} ${clause.text}`),
      reasons: reasonsOf({
        ...first,
        ...named,
        leadFromHeading: first.leadFromHeading,
        target: stating("target"),
      }),
      task: {
        title: clause.title && clause.text !== "" ? clause.title : capital(dutyInWords(first)),
        clauseId,
        leadUnitId: lead.allUnits ? null : (lead.ids[0] ?? null),
        allUnits: lead.allUnits,
        responsiblePersonId: null,
        approverPersonId: null,
        coordinatingUnitIds: [...new Set(helpers)].filter((id) => id !== lead.ids[0]),
        due: dueToKeep(time) ?? { ...noDue, text: time.text },
        deliverable: named.product && capital(named.product),
        obligationIds: obligations.flatMap((row) => (row.clauseId === clauseId ? [row.id] : [])),
        // The day is the clause's own.
        outsideYear: true,
      },
    });
    return made;
  });
}
