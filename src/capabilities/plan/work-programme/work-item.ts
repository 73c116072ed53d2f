/** What a unit holds of its own. */
export const workItemKinds = [
  "conference",
  "training",
  "culture",
  "sport",
  "exhibition",
  "contest",
  "meeting",
  "other",
] as const;
export type WorkItemKind = (typeof workItemKinds)[number];

export const workItemKindWords: Record<WorkItemKind, string> = {
  conference: "Hội nghị, hội thảo",
  training: "Lớp tập huấn, bồi dưỡng",
  culture: "Hoạt động văn hóa, văn nghệ",
  sport: "Hoạt động thể thao",
  exhibition: "Triển lãm, trưng bày",
  contest: "Cuộc thi, hội thi, hội diễn",
  meeting: "Họp, sinh hoạt của đơn vị",
  other: "Hoạt động khác",
};

export const workItemStates = ["planned", "done", "not-done"] as const;
export type WorkItemState = (typeof workItemStates)[number];

export const workItemWords: Record<WorkItemState, string> = {
  planned: "Dự kiến",
  done: "Đã thực hiện",
  "not-done": "Không thực hiện",
};

/** What of the plan an item carries along. */
export interface WorkItemLinks {
  taskIds: string[];
  obligationIds: string[];
  clauseIds: string[];
}

export interface WorkItemFields extends WorkItemLinks {
  title: string;
  kind: WorkItemKind;
  /** YYYY-MM-DD. */
  firstDay: string;
  /** Null: it takes one day. */
  lastDay: string | null;
  place: string | null;
  lead: string | null;
  /** What of the reform is told there. */
  embeds: string | null;
}
