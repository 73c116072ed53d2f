import { printedAddress } from "#platform/http/portal-address.ts";
import type { Chain, ChainEvidence, ChainTask } from "./chain.ts";
import { type ObligationState, stateOfObligation, whyNone } from "./obligation-state.ts";
import { evidenceOfObligation, evidenceOfTask, standing, tasksOfNoObligation } from "./proofs-behind.ts";

/**
 * One obligation of the annex, or one task that discharges none: its tasks, products, placements and evidence, or the
 * reason for none.
 */
export interface AnnexLine {
  /** Null: the line is a task of the plan that belongs to no obligation. */
  obligationId: string | null;
  /** "I.1-a"; "Nhiệm vụ 3" for a task. */
  code: string;
  what: string;
  /** "II.4.2"; null: it stands in no clause, or the report is from before it was kept. */
  clause: string | null;
  /** Who answers for it, the leading one first. */
  units: string[];
  state: ObligationState;
  tasks: { id: string; title: string }[];
  products: { id: string; label: string }[];
  /** Where it can be seen: channel, address, ISO instant. */
  placements: { evidenceId: string; channel: string; url: string; at: string }[];
  /** Every proof; one that was withdrawn is told as such and counts for nothing. */
  evidence: {
    id: string;
    label: string;
    url: string | null;
    at: string;
    withdrawn: { at: string; reason: string | null } | null;
  }[];
  /** Standing proofs of the whole clause (or one that holds it), told beside and not counted for the obligation. */
  clauseProofs: { id: string; label: string; url: string | null; at: string; clause: string }[];
  /** Set when nothing holds. */
  noneReason: string | null;
}

/**
 * Every obligation of the plan by its code, in the plan's order; after them the tasks that belong to no obligation, so
 * that a plan whose obligations nobody has written down is still told whole.
 */
export function annexLines(chain: Chain): AnnexLine[] {
  const content = new Map(chain.content.map((item) => [item.id, item]));
  const line = (
    of: Pick<AnnexLine, "obligationId" | "code" | "what" | "clause" | "units" | "state" | "noneReason">,
    tasks: ChainTask[],
    evidence: ChainEvidence[],
    clauses: string[],
  ): AnnexLine => {
    const holding = standing(evidence);
    const products = new Map(
      holding.flatMap(({ sourceId }) => {
        const item = sourceId === null ? undefined : content.get(sourceId);
        return item === undefined ? [] : [[item.id, `${item.kindLabel}: ${item.title}`] as const];
      }),
    );
    return {
      ...of,
      tasks: tasks.map(({ id, title }) => ({ id, title })),
      products: [...products].map(([productId, label]) => ({ id: productId, label })),
      placements: holding.flatMap((proof) =>
        proof.url === null
          ? []
          : [
              {
                evidenceId: proof.id,
                channel: proof.channel ?? "Kênh chưa rõ",
                url: printedAddress(proof.url),
                at: proof.at,
              },
            ],
      ),
      evidence: evidence.map(({ id, label, url, at, withdrawnAt, withdrawnReason }) => ({
        id,
        label,
        url: url === null ? null : printedAddress(url),
        at,
        withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason },
      })),
      clauseProofs: chain.evidence.flatMap((proof) => {
        const clause = clauses.find((path) => proof.clauses.includes(path));
        if (clause === undefined || proof.withdrawnAt !== null || evidence.includes(proof)) return [];
        const { id, label, url, at } = proof;
        return [{ id, label, url: url === null ? null : printedAddress(url), at, clause }];
      }),
    };
  };
  return [
    ...chain.obligations.map((obligation) => {
      const { id, code, what, clauses } = obligation;
      return line(
        {
          ...{ obligationId: id, code, what, clause: clauses[0] ?? null, units: obligation.leadUnits },
          state: stateOfObligation(chain, obligation),
          noneReason: whyNone(chain, obligation),
        },
        chain.tasks.filter(({ obligationIds }) => obligationIds.includes(id)),
        evidenceOfObligation(chain, id),
        clauses,
      );
    }),
    ...tasksOfNoObligation(chain).map((task, index) => {
      const evidence = evidenceOfTask(chain, task);
      const proven = standing(evidence).length > 0;
      const later = !proven && task.dueOn !== null && task.dueOn > chain.period.to;
      return line(
        {
          ...{ obligationId: null, code: `Nhiệm vụ ${index + 1}`, what: task.title, clause: null },
          units: task.leadUnitText === null ? [] : [task.leadUnitText],
          state: proven ? "proven" : later ? "not-due" : "open",
          noneReason: proven
            ? null
            : later
              ? "Chưa có minh chứng, chưa đến hạn"
              : "Chưa có minh chứng, chưa nêu lý do",
        },
        [task],
        evidence,
        [],
      );
    }),
  ];
}

/** "Minh chứng chung của mục II.4: Tin đã đăng". */
export const clauseProofInWords = ({ clause, label }: AnnexLine["clauseProofs"][number]): string =>
  `Minh chứng chung của mục ${clause}: ${label}`;

/** "Đã thu hồi 09:00, 03/11/2026: bài đã thu hồi". */
export const withdrawnInWords = (
  { at, reason }: { at: string; reason: string | null },
  format: (at: string) => string,
): string => `đã thu hồi ${format(at)}${reason === null ? "" : `: ${reason}`}`;
