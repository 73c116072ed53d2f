/** What a unit sends, each with what is best written of it. */
export const tipKinds = [
  { slug: "news", label: "Tin nhanh", hint: "Việc gì, ở đâu, khi nào, ai làm." },
  { slug: "result", label: "Kết quả", hint: "Đạt được gì, con số nào, so với trước ra sao." },
  { slug: "practice", label: "Mô hình, cách làm hay", hint: "Làm thế nào, lợi gì, nơi khác học được gì." },
  { slug: "initiative", label: "Sáng kiến", hint: "Sáng kiến gì, của ai, đã áp dụng ở đâu." },
  { slug: "difficulty", label: "Khó khăn, vướng mắc", hint: "Vướng ở đâu, vì sao, cần gì để gỡ." },
  { slug: "photos", label: "Chùm ảnh", hint: "Ảnh chụp việc gì, ở đâu, ngày nào, có những ai." },
] as const;

export type TipKind = (typeof tipKinds)[number]["slug"];
export const tipKindSlugs = tipKinds.map(({ slug }) => slug) as [TipKind, ...TipKind[]];
export const tipKindLabel = (kind: TipKind): string =>
  tipKinds.find(({ slug }) => slug === kind)?.label ?? "Tin";

export const tipStates = ["sent", "taken", "used", "merged", "declined", "withdrawn"] as const;
export type TipState = (typeof tipStates)[number];

export const tipStateLabels: Record<TipState, string> = {
  sent: "Mới gửi",
  taken: "Đã nhận",
  used: "Đã dùng",
  merged: "Gộp vào tin khác",
  declined: "Không dùng",
  withdrawn: "Đã rút",
};

/** Nothing has been decided about it. */
export const isOpen = (state: TipState): boolean => state === "sent" || state === "taken";

export const MOST_TIP_MEDIA = 20;
export const LONGEST_TIP = 5000;
