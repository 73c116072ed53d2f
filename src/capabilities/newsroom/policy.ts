import { type Actor, hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";
import { type ContentMove, type ContentState, stateAfter, stateLabels } from "./content-item.ts";
import { isCheckable } from "./outside-checks/outside-check.ts";
import { type Standing, stepHindrance, stepRoles, type Turn } from "./review/review.ts";

/** What the rules look at; for the list as a whole only the agency is given. */
export interface ContentSubject {
  agencyId: string;
  unitId?: string;
  state?: ContentState;
  /** Everybody who wrote since the last publication, and who submitted. */
  authorIds?: string[];
  hasOpenCorrection?: boolean;
  correctionBy?: string | null;
  /** A text newer than the live one has been written. */
  hasNewerText?: boolean;
  postCheckDue?: boolean;
  createdBy?: string;
  /** Somebody was asked to look at it, or it was published without. */
  everSubmitted?: boolean;
  /** Who made the comment in question. */
  commentBy?: string;
  /** The step of the approval that is open. */
  turn?: Turn | null;
  /** How the caller stands towards approving in somebody's name; absent: in nobody's. */
  standing?: Standing;
}

const inState =
  (move: ContentMove) =>
  (_: Actor, { state }: ContentSubject): Hindrance =>
    state === undefined || stateAfter(move, state) !== null
      ? null
      : `Nội dung đang ở trạng thái “${stateLabels[state]}”.`;

/** A unit's people write and approve in their own unit; editors, the Office and the leadership in every one. */
const ofUnit = {
  inOwnUnit: ["contributor", "head"],
  elsewhere: "Nội dung này của đơn vị khác.",
} as const;

const ofPublishers = {
  withoutRole: "Chỉ biên tập, Văn phòng và lãnh đạo cơ quan đặt, đổi, bỏ được giờ đăng.",
} as const;

const secondPerson = (actor: Actor, { authorIds }: ContentSubject): Hindrance =>
  authorIds?.includes(actor.personId) ? "Người soạn không được tự duyệt; cần người thứ hai." : null;

const first =
  (...rules: ((actor: Actor, subject: ContentSubject) => Hindrance)[]) =>
  (actor: Actor, subject: ContentSubject): Hindrance => {
    for (const rule of rules) {
      const why = rule(actor, subject);
      if (why !== null) return why;
    }
    return null;
  };

/** A draft is its writer's; the head of the unit, editors and the Office keep order. */
const ownDraft = (actor: Actor, { createdBy }: ContentSubject): Hindrance =>
  createdBy === undefined || createdBy === actor.personId || hasRole(actor, "head", "editor", "office")
    ? null
    : "Bản nháp này của người khác.";

const editable = (_: Actor, { state }: ContentSubject): Hindrance => {
  if (state === undefined || state === "published" || stateAfter("save", state) !== null) return null;
  if (state === "submitted") return "Nội dung đang chờ duyệt; hãy rút lại trước khi sửa.";
  if (state === "discarded") return "Bản nháp đã bỏ; hãy khôi phục trước khi sửa.";
  if (state === "refused") return "Bài không được duyệt nên không sửa được nữa; hãy viết lại thành bài mới.";
  return `Nội dung ở trạng thái “${stateLabels[state]}” nên không sửa được nữa.`;
};

/** Those whose step it is decide; a text that waits for nobody is decided by nobody. */
const atTheirStep = (actor: Actor, { unitId, turn, standing }: ContentSubject): Hindrance => {
  if (turn === undefined || unitId === undefined) return null;
  if (turn === null) return "Nội dung này không chờ ai duyệt.";
  return stepHindrance(actor, unitId, turn, standing ?? { signsAs: null, why: null });
};

const stillWorkedOn = (_: Actor, { state }: ContentSubject): Hindrance =>
  state === "discarded" || state === "removed"
    ? `Nội dung ở trạng thái “${stateLabels[state]}” nên không nhận xét nữa.`
    : null;

/** Whoever asked, whoever wrote the text, and those who keep order. */
const ownTalk = (actor: Actor, { commentBy, authorIds, createdBy }: ContentSubject): Hindrance =>
  commentBy === undefined ||
  [commentBy, createdBy, ...(authorIds ?? [])].includes(actor.personId) ||
  hasRole(actor, "head", "editor", "office", "leadership")
    ? null
    : "Người nhận xét hoặc người soạn bài đánh dấu đã xong.";

/** Units write, a second person approves, editors, the Office and the leadership publish. */
export const contentPolicy = definePolicy<ContentSubject>()("content", {
  read: { roles },
  draft: { roles: ["contributor", "head", "editor", "office"], ...ofUnit },
  save: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    withoutRole: "Bạn xem được bài này; đầu mối, trưởng đơn vị, biên tập và Văn phòng mới sửa được.",
    unless: editable,
  },
  release: { roles: ["contributor", "head", "editor", "office"], ...ofUnit },
  link: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { state }) => {
      if (state === "discarded") return "Bản nháp đã bỏ; hãy khôi phục trước khi gắn.";
      if (state === "refused") return "Bài không được duyệt nên không gắn nữa.";
      return state === "withdrawn" || state === "removed" ? "Nội dung không còn trên cổng." : null;
    },
  },
  findSimilar: { roles: ["contributor", "head", "editor", "office"] },
  answerSimilar: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { state }) =>
      state === "discarded" || state === "refused" || state === "withdrawn" || state === "removed"
        ? `Nội dung ở trạng thái “${stateLabels[state]}”.`
        : null,
  },
  askLinks: { roles: ["contributor", "head", "editor", "office"], ...ofUnit },
  dismissRemark: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { state }) =>
      state === "discarded" || state === "withdrawn" || state === "removed"
        ? `Nội dung ở trạng thái “${stateLabels[state]}”.`
        : null,
  },
  discard: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: first(inState("discard"), ownDraft, (_, { everSubmitted }) =>
      everSubmitted ? "Bài đã từng gửi duyệt nên không bỏ như bản nháp được." : null,
    ),
  },
  restore: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: first(inState("restore"), ownDraft),
  },
  submit: { roles: ["contributor", "head", "editor", "office"], ...ofUnit, unless: inState("submit") },
  bundle: { roles: ["contributor", "head", "editor", "office"], ...ofUnit, unless: inState("submit") },
  askOutside: {
    roles: ["contributor", "head", "editor", "office", "leadership"],
    ...ofUnit,
    unless: (_, { state }) =>
      state === undefined || isCheckable(state)
        ? null
        : `Nội dung đang ở trạng thái “${stateLabels[state]}” nên không nhờ thẩm định nữa.`,
  },
  revokeOutside: { roles: ["contributor", "head", "editor", "office", "leadership"], ...ofUnit },
  recall: { roles: ["contributor", "head", "editor", "office"], ...ofUnit, unless: inState("recall") },
  approve: { roles: stepRoles, unless: first(inState("approve"), secondPerson, atTheirStep) },
  return: { roles: stepRoles, unless: first(inState("return"), secondPerson, atTheirStep) },
  refuse: { roles: stepRoles, unless: first(inState("refuse"), secondPerson, atTheirStep) },
  beginAnew: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { state }) =>
      state === undefined || state === "refused"
        ? null
        : "Chỉ bài không được duyệt mới viết lại thành bài mới.",
  },
  comment: { roles: stepRoles, unless: stillWorkedOn },
  settleComment: { roles: stepRoles, unless: first(stillWorkedOn, ownTalk) },
  embargo: {
    roles: ["contributor", "head", "editor", "office", "leadership"],
    ...ofUnit,
    unless: (_, { state }) =>
      state !== undefined && ["published", "withdrawn", "removed", "discarded", "refused"].includes(state)
        ? `Nội dung ở trạng thái “${stateLabels[state]}” nên không đặt giờ cấm đăng.`
        : null,
  },
  /** Says who sees it before it is out. */
  limit: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: first(
      (_, { state }) =>
        state !== undefined && ["published", "withdrawn", "removed", "discarded", "refused"].includes(state)
          ? `Nội dung ở trạng thái “${stateLabels[state]}” nên không giới hạn người xem.`
          : null,
      (actor, { createdBy, authorIds }) =>
        createdBy === undefined ||
        [createdBy, ...(authorIds ?? [])].includes(actor.personId) ||
        hasRole(actor, "editor", "office")
          ? null
          : "Chỉ người soạn, biên tập và Văn phòng giới hạn người xem bài này.",
    ),
  },
  schedule: { roles: ["editor", "office", "leadership"], ...ofPublishers, unless: inState("schedule") },
  scheduleUrgently: { roles: ["editor", "leadership"], unless: inState("scheduleUrgently") },
  takeBack: { roles: ["editor", "office", "leadership"], ...ofPublishers, unless: inState("takeBack") },
  correct: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { state, hasOpenCorrection, hasNewerText }) => {
      if (state !== undefined && state !== "published") return "Chỉ nội dung đã đăng mới đính chính được.";
      if (hasOpenCorrection) return "Đang có một đính chính chờ duyệt.";
      return hasNewerText === false ? "Chưa có bản sửa nào khác bản đã đăng." : null;
    },
  },
  decideCorrection: {
    roles: ["head", "editor", "leadership"],
    ...ofUnit,
    unless: first(secondPerson, (actor, { state, hasOpenCorrection, correctionBy }) => {
      if (state !== undefined && state !== "published") return "Chỉ nội dung đang đăng mới đính chính được.";
      if (hasOpenCorrection === false) return "Không có đính chính nào chờ duyệt.";
      return correctionBy === actor.personId ? "Người đề nghị không được tự duyệt đính chính." : null;
    }),
  },
  withdraw: { roles: ["editor", "leadership"], unless: inState("withdraw") },
  remove: { roles: ["leadership", "editor"], unless: inState("remove") },
  clearPostCheck: {
    roles: ["head", "editor", "leadership"],
    ...ofUnit,
    unless: first(secondPerson, (_, { postCheckDue }) =>
      postCheckDue === false ? "Nội dung không chờ hậu kiểm." : null,
    ),
  },
});
