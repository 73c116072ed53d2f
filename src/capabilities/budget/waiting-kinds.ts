/** What of the money waits for a second person. */
export const waitingKinds = ["proposal", "commitment", "expense", "royalty", "saving", "closing"] as const;
export type WaitingKind = (typeof waitingKinds)[number];
