/** What the register holds, each with what is best written of it. */
export const practiceKinds = [
  { slug: "practice", label: "Mô hình, cách làm hay", hint: "Cách làm đã chạy, nơi khác học được." },
  { slug: "initiative", label: "Sáng kiến", hint: "Giải pháp mới của người, nhóm người có tên." },
] as const;

export type PracticeKind = (typeof practiceKinds)[number]["slug"];
export const practiceKindSlugs = practiceKinds.map(({ slug }) => slug) as [PracticeKind, ...PracticeKind[]];
export const practiceKindLabel = (kind: PracticeKind): string =>
  practiceKinds.find(({ slug }) => slug === kind)!.label;

/** A unit proposes, the editors put it into the register; what nobody does any more stays there as ended. */
export const practiceStates = ["proposed", "registered", "refused", "ended"] as const;
export type PracticeState = (typeof practiceStates)[number];

export const practiceStateLabels: Record<PracticeState, string> = {
  proposed: "Chờ ghi sổ",
  registered: "Trong sổ",
  refused: "Không ghi sổ",
  ended: "Thôi áp dụng",
};

/** By what else the register is narrowed. */
export const practiceMarks = ["recognised", "spread", "told", "untold", "unproved"] as const;
export type PracticeMark = (typeof practiceMarks)[number];

export const practiceMarkLabels: Record<PracticeMark, string> = {
  recognised: "Đã được công nhận",
  spread: "Đã có nơi khác áp dụng",
  told: "Đã có bài trên cổng",
  untold: "Chưa có bài trên cổng",
  unproved: "Kết quả chưa có minh chứng",
};

/** Who made the proof, where an entry of the register is one. */
export const PRACTICE_PROOF = "good-practice";

/** Words of an obligation that an entry is likely to prove; a person decides. */
export const practiceWords = ["mô hình", "cách làm hay", "sáng kiến"] as const;

/** Themes of the plan that a text about one tells, the chief one first. */
export const practiceThemes = ["results.good-practice", "steering.proactive-agencies"] as const;
