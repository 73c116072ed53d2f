/** Where a commitment or an expense stands; 'earlier': recorded before a second person confirmed them. */
export const entryStates = ["pending", "confirmed", "refused", "withdrawn", "earlier"] as const;
export type EntryState = (typeof entryStates)[number];
export const entryStateWords: Record<EntryState, string> = {
  pending: "Chờ xác nhận",
  confirmed: "Đã xác nhận",
  refused: "Không xác nhận",
  withdrawn: "Người ghi rút lại",
  earlier: "Ghi trước khi có bước xác nhận",
};

export const entryKinds = ["commitment", "expense"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entryVerdicts = ["confirmed", "refused", "withdrawn"] as const;
export type EntryVerdict = (typeof entryVerdicts)[number];

/** It counts: a second person confirmed it, or it is from before. */
export const stands = (state: EntryState): boolean => state === "confirmed" || state === "earlier";
/** It has fallen away and holds no money. */
export const isGone = (state: EntryState): boolean => state === "refused" || state === "withdrawn";
