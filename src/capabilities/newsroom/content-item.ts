/** The life of a content item. A correction is a new revision under the live pointer, not a state. */
export const contentStates = [
  "draft",
  "discarded",
  "submitted",
  "returned",
  "refused",
  "approved",
  "scheduled",
  "published",
  "withdrawn",
  "removed",
] as const;
export type ContentState = (typeof contentStates)[number];

/** The state words, the same in lists, board, calendar and notices; what is discarded or removed is shown to staff only. */
/** The word beside a text that only some of the agency see. */
export const limitedLabel = "Giới hạn người xem";

export const stateLabels: Record<ContentState, string> = {
  draft: "Nháp",
  discarded: "Nháp đã bỏ",
  submitted: "Chờ duyệt",
  returned: "Trả lại",
  refused: "Không duyệt",
  approved: "Đã duyệt",
  scheduled: "Hẹn giờ",
  published: "Đã đăng",
  withdrawn: "Đã thu hồi",
  removed: "Đã gỡ bỏ",
};

/** Every allowed move: event, from which states, to which. What is not here cannot happen. */
export const contentMoves = {
  save: { from: ["draft", "returned", "approved", "scheduled"], to: "draft" },
  discard: { from: ["draft"], to: "discarded" },
  restore: { from: ["discarded"], to: "draft" },
  submit: { from: ["draft", "returned"], to: "submitted" },
  recall: { from: ["submitted"], to: "draft" },
  return: { from: ["submitted"], to: "returned" },
  refuse: { from: ["submitted"], to: "refused" },
  approve: { from: ["submitted"], to: "approved" },
  schedule: { from: ["approved"], to: "scheduled" },
  scheduleUrgently: { from: ["draft", "returned", "submitted"], to: "scheduled" },
  takeBack: { from: ["scheduled"], to: "approved" },
  publish: { from: ["scheduled"], to: "published" },
  withdraw: { from: ["published"], to: "withdrawn" },
  remove: { from: ["published", "withdrawn"], to: "removed" },
} as const satisfies Record<string, { from: readonly ContentState[]; to: ContentState }>;

/** Days for which a discarded draft can be taken up again. */
const DISCARDED_DAYS = 30;

/** Drafts discarded before this moment are gone for good. */
export const discardedBefore = (now: Date): Date => new Date(now.getTime() - DISCARDED_DAYS * 86_400_000);

export type ContentMove = keyof typeof contentMoves;

/** The state after a move, or null when the move is not possible from here. */
export function stateAfter(move: ContentMove, state: ContentState): ContentState | null {
  const { from, to } = contentMoves[move];
  return (from as readonly ContentState[]).includes(state) ? to : null;
}
