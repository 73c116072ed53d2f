export const proposalKinds = ["estimate", "adjustment"] as const;
export type ProposalKind = (typeof proposalKinds)[number];
export const proposalKindWords: Record<ProposalKind, string> = {
  estimate: "Dự toán",
  adjustment: "Điều chỉnh dự toán",
};

export const proposalStates = ["draft", "submitted", "approved", "returned"] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalStateWords: Record<ProposalState, string> = {
  draft: "Đang soạn",
  submitted: "Chờ duyệt",
  approved: "Đã duyệt",
  returned: "Trả lại để sửa",
};

export const proposalMoves = ["edit", "submit", "approve", "return"] as const;
export type ProposalMove = (typeof proposalMoves)[number];

const after: Record<ProposalState, Partial<Record<ProposalMove, ProposalState>>> = {
  draft: { edit: "draft", submit: "submitted" },
  submitted: { approve: "approved", return: "returned" },
  approved: {},
  returned: { edit: "draft", submit: "submitted" },
};

/** The state a move leads to; null where it is not open. */
export const proposalAfter = (state: ProposalState, move: ProposalMove): ProposalState | null =>
  after[state][move] ?? null;

/** Why a move is not open in a state; null where it is. */
export function proposalHindrance(state: ProposalState, move: ProposalMove): string | null {
  if (proposalAfter(state, move) !== null) return null;
  if (state === "approved") return "Đã duyệt nên không sửa được; muốn thay đổi hãy lập tờ điều chỉnh.";
  if (state === "submitted")
    return "Đang chờ duyệt nên không sửa được; nếu cần sửa, nhờ người duyệt trả lại.";
  return "Chưa trình duyệt nên chưa quyết định được.";
}
