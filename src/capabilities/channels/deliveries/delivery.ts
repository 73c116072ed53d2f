/** The life of a delivery: one text on its way under one account. */
export const deliveryStates = [
  "pending",
  "submitting",
  "submitted",
  "placed",
  "refused",
  "failed",
  "unknown",
  "withdrawn",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStateLabels: Record<DeliveryState, string> = {
  pending: "Chờ đến lượt",
  submitting: "Đang gửi",
  submitted: "Đã gửi, chờ lên",
  placed: "Đã lên",
  refused: "Không nhận",
  failed: "Chưa được, sẽ thử lại",
  unknown: "Chưa rõ đã lên chưa",
  withdrawn: "Đã thôi",
};

/** How people look at deliveries: what asks for a person, what goes on by itself, what stands, what is over. */
export const deliveryGroups = ["todo", "waiting", "placed", "over"] as const;
export type DeliveryGroup = (typeof deliveryGroups)[number];

/** Every allowed move. What is not here cannot happen. */
export const deliveryMoves = {
  take: { from: ["pending", "failed"], to: "submitting" },
  accept: { from: ["submitting", "submitted"], to: "submitted" },
  // What turns out to be there is there, whoever was asked and whatever was thought meanwhile.
  place: { from: ["submitting", "submitted", "unknown"], to: "placed" },
  fail: { from: ["submitting", "submitted", "unknown"], to: "failed" },
  /** The way in is lost: it waits as it was. */
  holdBack: { from: ["submitting"], to: "pending" },
  refuse: { from: ["submitting", "submitted", "failed", "unknown"], to: "refused" },
  doubt: { from: ["submitting", "submitted", "unknown"], to: "unknown" },
  /** A person lets it be tried again. */
  tryAgain: { from: ["refused", "failed", "unknown"], to: "pending" },
  /** It stands with some of those it goes to, and goes on to the others. */
  sendOn: { from: ["placed"], to: "pending" },
  /** Never from doubt: what may stand there would be sent once more under another row. */
  withdraw: { from: ["pending", "failed", "refused", "submitted", "placed"], to: "withdrawn" },
} as const satisfies Record<string, { from: readonly DeliveryState[]; to: DeliveryState }>;

export type DeliveryMove = keyof typeof deliveryMoves;

/** The state after a move, or null when the move is not possible from here. */
export function stateAfter(move: DeliveryMove, state: DeliveryState): DeliveryState | null {
  const { from, to } = deliveryMoves[move];
  return (from as readonly DeliveryState[]).includes(state) ? to : null;
}

const SECOND = 1000;
/** Seconds between attempts; the last one goes on until the deadline. */
const BACK_OFF = [2, 8, 30, 120, 600, 1800];
/** After so long it is a person's to decide. */
const DEADLINE_HOURS = 24;
/** After which it is told as missed. */
export const MISSED_MINUTES = 5;

/** When it is tried again after so many attempts; a fifth more or less, so that not all come back at once. */
export function nextTry(now: Date, attempts: number, atLeast = 0, random = Math.random): Date {
  const base = BACK_OFF[Math.min(Math.max(attempts, 1), BACK_OFF.length) - 1]!;
  const seconds = Math.max(base * (0.8 + 0.4 * random()), atLeast);
  return new Date(now.getTime() + seconds * SECOND);
}

/** Until when it is tried by itself. */
export const deadlineOf = (dueAt: Date): Date => new Date(dueAt.getTime() + DEADLINE_HOURS * 3_600_000);
