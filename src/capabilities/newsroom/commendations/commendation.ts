/** Whom the agency praises; only a person is asked for consent. */
export const commendedSubjects = ["person", "group"] as const;
export type CommendedSubject = (typeof commendedSubjects)[number];

export const commendedLabels: Record<CommendedSubject, string> = { person: "Cá nhân", group: "Tập thể" };

/** How a person agreed. */
export const consentWays = ["written", "message", "spoken"] as const;
export type ConsentWay = (typeof consentWays)[number];

export const consentWayLabels: Record<ConsentWay, string> = {
  written: "Văn bản, phiếu có chữ ký",
  message: "Thư điện tử, tin nhắn",
  spoken: "Lời nói",
};

/** How a commendation stands with what may be public of it. */
export const consentStates = ["not-needed", "missing", "given", "withdrawn"] as const;
export type ConsentState = (typeof consentStates)[number];

export const consentStateLabels: Record<ConsentState, string> = {
  "not-needed": "Không cần (tập thể)",
  missing: "Chưa có đồng ý",
  given: "Đã đồng ý",
  withdrawn: "Đã rút đồng ý",
};

/** By what the register is narrowed. */
export const commendationMarks = ["missing", "given", "withdrawn", "outstanding"] as const;
export type CommendationMark = (typeof commendationMarks)[number];

export const commendationMarkLabels: Record<CommendationMark, string> = {
  missing: consentStateLabels.missing,
  given: consentStateLabels.given,
  withdrawn: consentStateLabels.withdrawn,
  outstanding: "Có bài phải đính chính, gỡ",
};

/** Themes of the plan that a text of praise tells. */
export const commendationThemes = ["results.commendation"] as const;
