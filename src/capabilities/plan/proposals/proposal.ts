/**
 * Proposed by anybody, gathered by the editors, accepted, refused or kept for later by the leadership; what was
 * accepted is followed by a task. Or taken back by who proposed it, until it is decided.
 */
export const proposalStates = [
  "proposed",
  "gathered",
  "kept",
  "accepted",
  "refused",
  "followed",
  "withdrawn",
] as const;
export type ProposalState = (typeof proposalStates)[number];

export const proposalWords: Record<ProposalState, string> = {
  proposed: "Chờ tổng hợp",
  gathered: "Chờ lãnh đạo quyết định",
  kept: "Để lại, xem xét sau",
  accepted: "Chấp nhận, chờ giao việc",
  refused: "Không chấp nhận",
  followed: "Đã giao thành nhiệm vụ",
  withdrawn: "Đã rút",
};

export const proposalDecisions = ["accepted", "refused", "kept"] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];
