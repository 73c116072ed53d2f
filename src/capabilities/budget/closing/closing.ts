export const closingStates = ["asked", "closed", "refused", "reopened"] as const;
export type ClosingState = (typeof closingStates)[number];
export const closingStateWords: Record<ClosingState, string> = {
  asked: "Chờ đóng",
  closed: "Đã đóng",
  refused: "Không đóng",
  reopened: "Đã mở lại",
};

type May = Record<string, { allowed: boolean; why: string | null }>;

/** What may be done in a year that is closed: nothing that writes, with why. */
export const inClosedYear = <Rights extends May>(may: Rights, year: number): Rights =>
  Object.fromEntries(
    Object.entries(may).map(([verb, answer]) => [
      verb,
      ["read", "close", "reopen", "askClosing"].includes(verb)
        ? answer
        : { allowed: false, why: `Năm ngân sách ${year} đã đóng; muốn đổi phải mở lại ở Quyết toán.` },
    ]),
  ) as Rights;
