import type { Chain } from "./chain.ts";
import { evidenceOfObligation } from "./figures.ts";
import { printedAddress } from "./portal-address.ts";

export const annexStates = ["proven", "explained", "open"] as const;

/** One obligation of the annex: its tasks, products, placements and evidence, or the reason for none. */
export interface AnnexLine {
  obligationId: string;
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
  /** Set when nothing holds. */
  noneReason: string | null;
}

const unexplained = "Chưa có minh chứng, chưa nêu lý do";

/** Every obligation of the plan by its code, in the plan's order. */
export function annexLines(chain: Chain): AnnexLine[] {
  const content = new Map(chain.content.map((item) => [item.id, item]));
  return chain.obligations.map(({ id, code, what, noneReason }) => {
    const evidence = evidenceOfObligation(chain, id);
    const standing = evidence.filter(({ withdrawnAt }) => withdrawnAt === null);
    const products = new Map(
      standing.flatMap(({ sourceId }) => {
        const item = sourceId === null ? undefined : content.get(sourceId);
        return item === undefined ? [] : [[item.id, `${item.kindLabel}: ${item.title}`] as const];
      }),
    );
    return {
      obligationId: id,
      code,
      what,
      state: standing.length > 0 ? "proven" : noneReason === null ? "open" : "explained",
      tasks: chain.tasks
        .filter(({ obligationIds }) => obligationIds.includes(id))
        .map((task) => ({ id: task.id, title: task.title })),
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
      evidence: evidence.map(({ id: evidenceId, label, url, at, withdrawnAt, withdrawnReason }) => ({
        id: evidenceId,
        label,
        url: url === null ? null : printedAddress(url),
        at,
        withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason },
      })),
      noneReason: standing.length > 0 ? null : (noneReason ?? unexplained),
    };
  });
}

/** "Đã thu hồi 09:00, 03/11/2026: bài đã thu hồi". */
export const withdrawnInWords = (
  { at, reason }: { at: string; reason: string | null },
  format: (at: string) => string,
): string => `đã thu hồi ${format(at)}${reason === null ? "" : `: ${reason}`}`;
