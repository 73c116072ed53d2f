import { type Actor, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";
import { type DeliveryMove, type DeliveryState, deliveryStateLabels, stateAfter } from "./delivery.ts";

/** A delivery, or without a state those of a text. */
export interface DeliverySubject {
  agencyId: string;
  /** The unit of the text. */
  unitId?: string;
  state?: DeliveryState;
  /** Who wrote the words for this channel. */
  ownTextBy?: string | null;
  hasOwnText?: boolean;
  ownTextApproved?: boolean;
  /** Who chose the pictures for this channel. */
  ownPicturesBy?: string | null;
  hasOwnPictures?: boolean;
  ownPicturesApproved?: boolean;
  /** Nobody but a person can tell what became of it. */
  needsPerson?: boolean;
  byHand?: boolean;
  isRehearsal?: boolean;
  isOwnPortal?: boolean;
  /** Its network does not find it any more. */
  isGone?: boolean;
}

const ofUnit = {
  inOwnUnit: ["contributor", "head"],
  elsewhere: "Nội dung này của đơn vị khác.",
} as const;

const posters = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng đăng bài lên các kênh.",
} as const;

const inState =
  (move: DeliveryMove) =>
  (_: Actor, { state }: DeliverySubject): Hindrance =>
    state === undefined || stateAfter(move, state) !== null
      ? null
      : `Lượt đăng đang ở trạng thái “${deliveryStateLabels[state]}”.`;

/** On our own portal a text is corrected and taken back as a text. */
const elsewhere = (_: Actor, { isOwnPortal }: DeliverySubject): Hindrance =>
  isOwnPortal ? "Trên cổng của cơ quan, hãy đính chính hoặc thu hồi ở trang của bài." : null;

const stands = (actor: Actor, subject: DeliverySubject): Hindrance =>
  elsewhere(actor, subject) ??
  ((subject.state === undefined || subject.state === "placed") && !subject.isRehearsal
    ? null
    : "Bài không còn trên kênh này.");

/** What waits for a person to post it has gone nowhere yet. */
const notSentYet = (_: Actor, { state, byHand }: DeliverySubject): Hindrance =>
  state === undefined ||
  ["pending", "failed", "refused"].includes(state) ||
  (state === "submitted" && byHand === true)
    ? null
    : `Lượt đăng đang ở trạng thái “${deliveryStateLabels[state]}” nên không đổi được nữa.`;

/** Who writes says where a text goes; who posts carries it out; words of a channel of its own need a second person too. */
export const deliveryPolicy = definePolicy<DeliverySubject>()("delivery", {
  read: { roles },
  plan: { roles: ["contributor", "head", "editor", "office"], ...ofUnit },
  write: { roles: ["contributor", "head", "editor", "office"], ...ofUnit, unless: notSentYet },
  /** Looks how words would stand there, before they are sent or where others stand already. */
  preview: { roles: ["contributor", "head", "editor", "office"], ...ofUnit },
  approveWords: {
    roles: ["head", "editor", "leadership"],
    inOwnUnit: ["head"],
    elsewhere: "Nội dung này của đơn vị khác.",
    unless: (actor, subject) => {
      if (subject.hasOwnText === false) return "Kênh này dùng lời chung của bài, không phải duyệt riêng.";
      if (subject.ownTextApproved) return "Lời riêng đã được duyệt.";
      if (subject.ownTextBy === actor.personId) return "Người viết lời riêng không được tự duyệt.";
      return notSentYet(actor, subject);
    },
  },
  approvePictures: {
    roles: ["head", "editor", "leadership"],
    inOwnUnit: ["head"],
    elsewhere: "Nội dung này của đơn vị khác.",
    unless: (actor, subject) => {
      if (subject.hasOwnPictures === false) return "Kênh này dùng mọi ảnh của bài, không phải duyệt riêng.";
      if (subject.ownPicturesApproved) return "Ảnh riêng đã được duyệt.";
      if (subject.ownPicturesBy === actor.personId) return "Người chọn ảnh riêng không được tự duyệt.";
      return notSentYet(actor, subject);
    },
  },
  /** Has it pushed to all who follow an account, who cannot be made to unread it. */
  broadcast: {
    ...posters,
    withoutRole: "Chỉ biên tập và Văn phòng cho gửi bài tới người quan tâm.",
  },
  /** Posts at an hour that a rule of the agency forbids, with a reason. */
  overrule: {
    roles: ["editor", "office", "leadership"],
    withoutRole:
      "Chỉ biên tập, Văn phòng và lãnh đạo được cho đăng vào giờ quy định không đăng; hãy chọn giờ khác hoặc nhờ họ.",
  },
  /** Says where what was posted by hand stands. */
  record: {
    ...posters,
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { byHand, state }) => {
      if (byHand === false) return "Kênh này không đăng tay.";
      return state === undefined || state === "submitted"
        ? null
        : `Lượt đăng đang ở trạng thái “${deliveryStateLabels[state]}”.`;
    },
  },
  /** Says what became of what nobody else can tell. */
  decide: {
    ...posters,
    unless: (_, { state, needsPerson }) => {
      if (state !== undefined && state !== "unknown") return "Lượt đăng này không có gì chưa rõ.";
      return needsPerson === false ? "Hệ thống đang hỏi lại mạng; hãy chờ ít phút." : null;
    },
  },
  tryAgain: {
    ...posters,
    unless: (actor, subject) =>
      subject.state === "unknown"
        ? "Chưa rõ bài đã lên hay chưa; hãy trả lời câu hỏi đó trước."
        : inState("tryAgain")(actor, subject),
  },
  withdraw: {
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (actor, subject) => {
      const { state, byHand, isRehearsal } = subject;
      // A text that may stand there already would be planned anew, and stand there twice.
      if (state === "unknown") return "Chưa rõ bài đã lên hay chưa; hãy trả lời câu hỏi đó trước.";
      if (state === "submitted" && byHand === false)
        return "Kênh đã nhận bài; hãy chờ biết bài lên hay không.";
      if (state === "placed" && !isRehearsal)
        return elsewhere(actor, subject) ?? "Bài đã lên kênh; hãy gỡ trên kênh rồi ghi đã gỡ.";
      return inState("withdraw")(actor, subject);
    },
  },
  /** Lets what some have go on to the others. */
  sendOn: { ...posters, unless: stands },
  /** Says that what stood somewhere stands there no more. */
  takeDown: { ...posters, unless: stands },
  /** Says that it stands though its network does not find it. */
  sayStillThere: {
    ...posters,
    unless: (actor, subject) =>
      stands(actor, subject) ?? (subject.isGone === false ? "Kênh vẫn thấy bài này." : null),
  },
  /** Says that the corrected text stands there now. */
  renew: { ...posters, unless: stands },
  prove: {
    ...posters,
    roles: ["contributor", "head", "editor", "office"],
    ...ofUnit,
    unless: (_, { state, isRehearsal }) =>
      (state === undefined || state === "placed") && !isRehearsal ? null : "Bài chưa lên kênh này.",
  },
});
