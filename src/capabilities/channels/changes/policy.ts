import { roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";
import { type ChangeMove, type ChangeState, changeAfter, changeStateLabels } from "./change.ts";

/** What is to be done where a text stands; without a state whatever may be done there. */
export interface ChangeSubject {
  agencyId: string;
  /** For which the text is. */
  unitId?: string;
  /** Of the change that is open; null: there is none. */
  state?: ChangeState | null;
  needsPerson?: boolean;
  waitsForWords?: boolean;
  /** Who wrote the new words. */
  ownTextBy?: string | null;
  stands?: boolean;
  isOwnPortal?: boolean;
}

const posters = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng sửa, gỡ bài trên các kênh.",
} as const;

/** Nothing is begun where something is under way, or where nothing stands. */
const beginnable = (_: unknown, { state, stands, isOwnPortal }: ChangeSubject): Hindrance => {
  if (isOwnPortal) return "Cổng của cơ quan tự theo bài.";
  if (stands === false) return "Bài không còn trên kênh này.";
  return state && ["running", "accepted", "unknown"].includes(state)
    ? `Kênh này đang được sửa, gỡ (${changeStateLabels[state]}); hãy chờ biết kết quả.`
    : null;
};

const inState =
  (move: ChangeMove) =>
  (_: unknown, { state }: ChangeSubject): Hindrance => {
    if (state === undefined) return null;
    if (state === null) return "Kênh này không có việc sửa, gỡ nào đang mở.";
    return changeAfter(move, state) ? null : `Việc này đang ở trạng thái “${changeStateLabels[state]}”.`;
  };

/** Who posts also corrects there; to take something down, who may withdraw a text may too. */
export const changePolicy = definePolicy<ChangeSubject>()("placement-change", {
  read: { roles },
  correct: { ...posters, unless: beginnable },
  remove: {
    roles: ["editor", "office", "leadership"],
    withoutRole: "Chỉ biên tập, Văn phòng và Lãnh đạo gỡ bài khỏi các kênh.",
    unless: beginnable,
  },
  tryAgain: {
    ...posters,
    unless: (actor, subject) =>
      subject.state === "unknown"
        ? "Chưa rõ kênh đã làm hay chưa; hãy trả lời câu hỏi đó trước."
        : subject.state === "handed"
          ? "Việc này do người làm bằng tay trên kênh."
          : inState("tryAgain")(actor, subject),
  },
  /** Agrees to new words of a channel, as a second person. */
  approveWords: {
    roles: ["head", "editor", "leadership"],
    inOwnUnit: ["head"],
    elsewhere: "Nội dung này của đơn vị khác.",
    withoutRole: "Chỉ trưởng đơn vị, biên tập và Lãnh đạo duyệt lời mới của kênh.",
    unless: (actor, { state, waitsForWords, ownTextBy }) => {
      if (state !== undefined && (state !== "waiting" || !waitsForWords))
        return "Không có lời mới chờ duyệt.";
      return ownTextBy === actor.personId ? "Người viết lời mới không được tự duyệt." : null;
    },
  },
  /** Leaves it to a person at the channel. */
  drop: {
    ...posters,
    unless: (actor, subject) =>
      subject.state === "running" ? "Đang gọi kênh; hãy chờ biết kết quả." : inState("drop")(actor, subject),
  },
  /** Says what became of what nobody else can tell. */
  decide: {
    ...posters,
    unless: (_, { state, needsPerson }) => {
      if (state !== undefined && state !== "unknown") return "Không có gì chưa rõ ở kênh này.";
      return needsPerson === false ? "Hệ thống đang hỏi lại kênh; hãy chờ ít phút." : null;
    },
  },
});
