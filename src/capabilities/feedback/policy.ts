import { type Actor, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { canStep, type FeedbackState, type FeedbackStep } from "./feedback.ts";

/** One thing that a citizen wrote, or all of them. */
export interface FeedbackSubject {
  agencyId: string;
  /** Which units answer for it; null: the question is asked of none in particular. */
  unitIds?: string[] | null;
  state?: FeedbackState;
  answerState?: string | null;
  draftedBy?: string | null;
  extended?: boolean;
  /** Who prepared what waits to become public. */
  preparedBy?: string;
}

const reading = roles.filter((role) => role !== "finance");
const handling = ["office", "leadership", "editor", "head", "contributor"] as const;
const inOwnUnit = ["head", "contributor"] as const;
const elsewhere = "Phản ánh này giao cho đơn vị khác.";

const step =
  (verb: FeedbackStep, why: string) =>
  (_: Actor, { state }: FeedbackSubject) =>
    state === undefined || canStep(state, verb) ? null : why;
const notOpen = "Phản ánh này đã kết thúc xử lý.";

/** Who receives looks at everything; a unit sees and handles what it was given. */
export const feedbackPolicy = definePolicy<FeedbackSubject>()("feedback", {
  /** A unit's people see in the list what their unit was given. */
  list: { roles: reading },
  read: { roles: reading, inOwnUnit, elsewhere },
  enter: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo ghi phản ánh nhận ở nơi khác.",
  },
  classify: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo phân loại, giao phản ánh.",
    unless: step("classify", "Chỉ phản ánh đang xử lý mới phân loại, giao lại được."),
  },
  take: {
    roles: handling,
    inOwnUnit,
    elsewhere,
    unless: step("take", "Chỉ nhận xử lý phản ánh đã phân loại, giao đơn vị."),
  },
  ask: {
    roles: handling,
    inOwnUnit,
    elsewhere,
    unless: step("ask", "Chỉ hỏi lại người gửi khi đang xử lý."),
  },
  resume: {
    roles: handling,
    inOwnUnit,
    elsewhere,
    unless: step("resume", "Phản ánh này không chờ người gửi bổ sung."),
  },
  extend: {
    roles: ["leadership", "head", "office"],
    inOwnUnit: ["head"],
    elsewhere,
    withoutRole: "Chỉ trưởng đơn vị, Văn phòng và lãnh đạo gia hạn.",
    unless: (actor, subject) =>
      subject.extended
        ? "Đã gia hạn một lần; không gia hạn thêm."
        : step("extend", "Chỉ gia hạn phản ánh đã giao, đang xử lý.")(actor, subject),
  },
  forward: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo chuyển phản ánh ra cơ quan khác.",
    unless: step("forward", notOpen),
  },
  refuse: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo không thụ lý phản ánh.",
    unless: step("refuse", notOpen),
  },
  merge: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo gộp phản ánh.",
    unless: step("merge", notOpen),
  },
  draft: {
    roles: handling,
    inOwnUnit,
    elsewhere,
    unless: (actor, subject) =>
      subject.answerState === "waiting"
        ? "Trả lời đang chờ người thứ hai duyệt."
        : step("draft", notOpen)(actor, subject),
  },
  approve: {
    roles: ["leadership", "head"],
    inOwnUnit: ["head"],
    elsewhere,
    withoutRole: "Chỉ trưởng đơn vị và lãnh đạo duyệt trả lời.",
    unless: (actor, { answerState, draftedBy }) => {
      if (answerState === undefined) return null;
      if (answerState !== "waiting") return "Chưa có trả lời nào chờ duyệt.";
      return draftedBy === actor.personId ? "Bạn soạn trả lời này; người khác phải duyệt." : null;
    },
  },
  official: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo ghi mã của hệ thống chính thức.",
  },
  /** Prepares what the public would read; another person lets it out. */
  publish: {
    roles: ["office", "editor"],
    withoutRole: "Chỉ Văn phòng và biên tập soạn bản công khai.",
    unless: step("publish", "Chỉ công khai phản ánh đã trả lời."),
  },
  check: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo đọc lại, cho công khai.",
    unless: (actor, { preparedBy }) =>
      preparedBy === actor.personId ? "Bạn soạn bản này; người khác phải đọc lại." : null,
  },
  unpublish: {
    roles: ["office", "editor", "leadership"],
    withoutRole: "Chỉ Văn phòng, biên tập và lãnh đạo rút bản công khai.",
    unless: step("unpublish", "Phản ánh này không đang công khai."),
  },
  /** Reads what several people asked alike, whoever handles it. */
  often: {
    roles: ["office", "editor", "leadership", "auditor"],
    withoutRole: "Chỉ Văn phòng, biên tập, lãnh đạo và người kiểm tra xem điều được hỏi nhiều.",
  },
  /** Makes a draft of the newsroom of what several people asked; the newsroom decides what becomes of it. */
  question: {
    roles: ["office", "editor"],
    withoutRole: "Chỉ Văn phòng và biên tập soạn hỏi đáp từ phản ánh.",
  },
  /** Sees who wrote; each look stands in the audit. */
  reveal: {
    roles: ["office", "leadership", "head", "contributor"],
    inOwnUnit,
    elsewhere,
    withoutRole: "Chỉ người xử lý phản ánh được xem người gửi.",
  },
  /** Says which mailbox is read. */
  mailbox: {
    roles: ["administrator"],
    withoutRole: "Chỉ quản trị đặt hộp thư nhận phản ánh.",
  },
  rule: {
    roles: ["office", "leadership", "administrator"],
    withoutRole: "Chỉ Văn phòng, lãnh đạo và quản trị đặt hạn, lĩnh vực, mẫu trả lời.",
  },
});
