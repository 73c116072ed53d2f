/** What is done where a text stands. `replace`: taken down there, then posted anew, where a network changes nothing. */
export const changeActs = ["correct", "remove", "replace"] as const;
export type ChangeAct = (typeof changeActs)[number];

export const changeStates = [
  "waiting",
  "handed",
  "running",
  "accepted",
  "done",
  "refused",
  "failed",
  "unknown",
  "dropped",
] as const;
/** In which words it is to stand: those that the channel has, the shared ones, or new ones of its own. */
export type ChangeWords = "kept" | "shared" | "own";
export type ChangeState = (typeof changeStates)[number];

export const changeActLabels: Record<ChangeAct, string> = {
  correct: "sửa theo bản mới",
  remove: "gỡ",
  replace: "gỡ rồi đăng lại",
};

export const changeStateLabels: Record<ChangeState, string> = {
  waiting: "Chờ đến lượt",
  handed: "Chờ người làm bằng tay",
  running: "Đang làm",
  accepted: "Kênh đã nhận, đang xử lý",
  done: "Đã xong",
  refused: "Kênh không cho",
  failed: "Chưa được, sẽ thử lại",
  unknown: "Chưa rõ đã xong chưa",
  dropped: "Đã thôi",
};

/** Every allowed move. What is not here cannot happen. */
export const changeMoves = {
  take: { from: ["waiting", "failed"], to: "running" },
  accept: { from: ["running", "accepted"], to: "accepted" },
  /** A person does it at the channel. */
  hand: { from: ["waiting", "failed", "refused"], to: "handed" },
  /** Done; by a hand also where nothing was called for it. */
  finish: { from: ["running", "accepted", "unknown", "handed"], to: "done" },
  fail: { from: ["running", "accepted", "unknown"], to: "failed" },
  /** The way in is lost: it waits as it was. */
  holdBack: { from: ["running"], to: "waiting" },
  refuse: { from: ["running", "accepted", "failed", "unknown"], to: "refused" },
  doubt: { from: ["running", "accepted", "unknown"], to: "unknown" },
  /** A person lets it be tried again, or another text came meanwhile. */
  tryAgain: { from: ["refused", "failed", "unknown", "waiting", "handed"], to: "waiting" },
  /** Moot, or somebody thought better of it; never while nobody knows what a call left. */
  drop: { from: ["waiting", "handed", "running", "failed", "refused"], to: "dropped" },
} as const satisfies Record<string, { from: readonly ChangeState[]; to: ChangeState }>;

export type ChangeMove = keyof typeof changeMoves;

/** The state after a move, or null when the move is not possible from here. */
export function changeAfter(move: ChangeMove, state: ChangeState): ChangeState | null {
  const { from, to } = changeMoves[move];
  return (from as readonly ChangeState[]).includes(state) ? to : null;
}

export const isOver = (state: ChangeState): boolean => state === "done" || state === "dropped";
