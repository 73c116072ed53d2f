/** The life of a period report, from the gathering of figures to the copy that the registry has issued. */
export const reportStates = [
  "collecting",
  "frozen",
  "drafted",
  "reviewed",
  "signed-off",
  "submitted",
] as const;
export type ReportState = (typeof reportStates)[number];

export const reportMoves = {
  /** The figures of the chain are kept with the report and change no more. */
  freeze: { from: ["collecting"], to: "frozen" },
  /** Back to gathering: the figures are taken anew; the earlier ones stay in the history. */
  reopen: { from: ["frozen", "drafted"], to: "collecting" },
  draft: { from: ["frozen"], to: "drafted" },
  /** Writing again takes a review back: what was read is no longer what stands there. */
  edit: { from: ["drafted", "reviewed"], to: "drafted" },
  /** A number that differs from the frozen figures stands with a reason. */
  "accept-number": { from: ["drafted"], to: "drafted" },
  review: { from: ["drafted"], to: "reviewed" },
  return: { from: ["reviewed"], to: "drafted" },
  "sign-off": { from: ["reviewed"], to: "signed-off" },
  submit: { from: ["signed-off"], to: "submitted" },
  /** What the registry gave was typed wrongly; the signed file came later or was the wrong one. */
  "correct-issue": { from: ["submitted"], to: "submitted" },
  "record-copy": { from: ["submitted"], to: "submitted" },
} as const satisfies Record<string, { from: readonly ReportState[]; to: ReportState }>;

export type ReportMove = keyof typeof reportMoves;

/** The state after the move, or null when the move is impossible from `state`. */
export function stateAfter(state: ReportState, move: ReportMove): ReportState | null {
  const { from, to } = reportMoves[move];
  return (from as readonly ReportState[]).includes(state) ? to : null;
}
