import { printedAddress } from "#platform/http/portal-address.ts";
import type { Chain, ChainEvidence, ChainTask } from "./chain.ts";
import { evidenceOfObligation, evidenceOfTask, tasksOfNoObligation } from "./figures.ts";

export const annexStates = ["proven", "explained", "open"] as const;

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
  /** proven: at least one proof holds; explained: none does, and the department says why; open: neither. */
  state: (typeof annexStates)[number];
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

const unexplained = "Chưa có minh chứng, chưa nêu lý do";

/**
 * Every obligation of the plan by its code, in the plan's order; after them the tasks that belong to no obligation, so
 * that a plan whose obligations nobody has written down is still told whole.
 */
export function annexLines(chain: Chain): AnnexLine[] {
  const content = new Map(chain.content.map((item) => [item.id, item]));
  const line = (
    of: Pick<AnnexLine, "obligationId" | "code" | "what" | "noneReason">,
    tasks: ChainTask[],
    evidence: ChainEvidence[],
    clauses: string[],
  ): AnnexLine => {
    const standing = evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
    const products = new Map(
      standing.flatMap(({ sourceId }) => {
        const item = sourceId === null ? undefined : content.get(sourceId);
        return item === undefined ? [] : [[item.id, `${item.kindLabel}: ${item.title}`] as const];
      }),
    );
    return {
      ...of,
      state: standing.length > 0 ? "proven" : of.noneReason === null ? "open" : "explained",
      tasks: tasks.map(({ id, title }) => ({ id, title })),
      products: [...products].map(([productId, label]) => ({ id: productId, label })),
      placements: standing.flatMap((proof) =>
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
      noneReason: standing.length > 0 ? null : (of.noneReason ?? unexplained),
    };
  };
  return [
    ...chain.obligations.map(({ id, code, what, noneReason, clauses }) =>
      line(
        { obligationId: id, code, what, noneReason },
        chain.tasks.filter(({ obligationIds }) => obligationIds.includes(id)),
        evidenceOfObligation(chain, id),
        clauses,
      ),
    ),
    ...tasksOfNoObligation(chain).map((task, index) =>
      line(
        { obligationId: null, code: `Nhiệm vụ ${index + 1}`, what: task.title, noneReason: null },
        [task],
        evidenceOfTask(chain, task),
        [],
      ),
    ),
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
