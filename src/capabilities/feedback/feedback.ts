/** What citizens write about, as they choose it first. */
export const feedbackKinds = {
  conduct: "Phản ánh việc làm chậm, gây phiền hà, làm sai quy định",
  rule: "Phản ánh một quy định, thủ tục còn vướng mắc",
  proposal: "Kiến nghị, hiến kế: đề xuất cách làm tốt hơn",
  question: "Hỏi, nhờ hướng dẫn",
} as const;
export type FeedbackKind = keyof typeof feedbackKinds;
export const kindNames = Object.keys(feedbackKinds) as [FeedbackKind, ...FeedbackKind[]];

export const feedbackSources = {
  portal: "Gửi trên cổng",
  mail: "Thư điện tử",
  letter: "Văn bản, bưu chính",
  phone: "Điện thoại",
  "in-person": "Nói trực tiếp",
  official: "Hệ thống phản ánh, kiến nghị quốc gia, tỉnh",
} as const;
export type FeedbackSource = keyof typeof feedbackSources;
export const sourceNames = Object.keys(feedbackSources) as [FeedbackSource, ...FeedbackSource[]];

export const feedbackStates = {
  received: "Mới nhận",
  classified: "Đã phân loại, giao đơn vị",
  "in-progress": "Đang xử lý",
  "need-info": "Chờ người gửi bổ sung",
  forwarded: "Đã chuyển cơ quan khác",
  answered: "Đã trả lời",
  published: "Đã công khai kết quả",
  refused: "Không thụ lý",
  withdrawn: "Người gửi đã rút",
  merged: "Đã gộp",
} as const;
export type FeedbackState = keyof typeof feedbackStates;
export const stateNames = Object.keys(feedbackStates) as [FeedbackState, ...FeedbackState[]];

export const refusalReasons = {
  complaint: "Là khiếu nại, tố cáo, có trình tự riêng",
  "not-ours": "Ngoài thẩm quyền của cơ quan",
  "answered-before": "Nội dung đã được trả lời",
  unclear: "Không rõ nội dung sau khi đã hỏi lại",
  "not-administrative": "Không phải về quy định, việc hành chính",
  insulting: "Lời lẽ xúc phạm, quảng cáo, thư rác",
  "in-court": "Tòa án, cơ quan thanh tra đang giải quyết",
} as const;
export type RefusalReason = keyof typeof refusalReasons;
export const refusalNames = Object.keys(refusalReasons) as [RefusalReason, ...RefusalReason[]];

export const ratings = {
  satisfied: "Hài lòng",
  acceptable: "Chấp nhận được",
  dissatisfied: "Không hài lòng",
} as const;
export type Rating = keyof typeof ratings;
export const ratingNames = Object.keys(ratings) as [Rating, ...Rating[]];

export type AnswerState = "drafted" | "waiting" | "approved";

/** States in which its clock runs or waits; in the others it has ended. */
export const openStates: readonly FeedbackState[] = ["received", "classified", "in-progress", "need-info"];
export const isOpen = (state: FeedbackState): boolean => openStates.includes(state);

interface Step {
  from: readonly FeedbackState[];
  to: FeedbackState | "as-it-was";
}
const working: readonly FeedbackState[] = ["received", "classified", "in-progress"];

/** What may be done in which state, and where it leads; one table for staff and for the sender. */
export const feedbackSteps = {
  classify: { from: working, to: "classified" },
  take: { from: ["classified"], to: "in-progress" },
  ask: { from: working, to: "need-info" },
  resume: { from: ["need-info"], to: "as-it-was" },
  extend: { from: ["classified", "in-progress"], to: "as-it-was" },
  forward: { from: working, to: "forwarded" },
  refuse: { from: openStates, to: "refused" },
  merge: { from: working, to: "merged" },
  draft: { from: [...working, "forwarded"], to: "as-it-was" },
  approve: { from: [...working, "forwarded"], to: "answered" },
  withdraw: { from: openStates, to: "withdrawn" },
  reopen: { from: ["answered", "published", "refused"], to: "in-progress" },
  rate: { from: ["answered", "published"], to: "as-it-was" },
  publish: { from: ["answered"], to: "published" },
  unpublish: { from: ["published"], to: "answered" },
} as const satisfies Record<string, Step>;
export type FeedbackStep = keyof typeof feedbackSteps;

export const canStep = (state: FeedbackState, step: FeedbackStep): boolean =>
  (feedbackSteps[step].from as readonly FeedbackState[]).includes(state);

export const lights = ["open", "near", "overdue", "paused", "in-time", "late", "ended"] as const;
export type Light = (typeof lights)[number];
export const lightLabels: Record<Light, string> = {
  open: "Còn hạn",
  near: "Sắp đến hạn",
  overdue: "Quá hạn",
  paused: "Tạm dừng tính hạn",
  "in-time": "Trả lời đúng hạn",
  late: "Trả lời muộn",
  ended: "Đã kết thúc",
};

/** The day by which the next thing is to be done. */
export const nextDue = (one: { state: FeedbackState; classifyDueOn: string; dueOn: string }): string =>
  one.state === "received" && one.classifyDueOn < one.dueOn ? one.classifyDueOn : one.dueOn;

/** Where the clock stands on a day; `soon` is the last day that counts as near. */
export function lightOf(
  one: { state: FeedbackState; classifyDueOn: string; dueOn: string; answeredOn: string | null },
  today: string,
  soon: string,
): Light {
  if (one.state === "need-info") return "paused";
  if (isOpen(one.state)) {
    const due = nextDue(one);
    if (due < today) return "overdue";
    return due <= soon ? "near" : "open";
  }
  if (one.answeredOn === null) return "ended";
  return one.answeredOn <= one.dueOn ? "in-time" : "late";
}

export const LONGEST_WORDS = 5000;
export const MOST_PICTURES = 4;

/** What is known of who wrote; sealed as one. */
export interface Sender {
  name: string;
  phone: string;
  address: string;
}
