import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface DossierSubject {
  agencyId: string;
}

const keepers = ["editor", "office"] as const;
const deciders = ["editor", "office", "leadership"] as const;

/**
 * Everybody in the agency reads the figures; the Office and the editors bring the sheets and say why something is late;
 * they and the leadership make figures public; the leadership decides whom to praise.
 */
export const dossierPolicy = definePolicy<DossierSubject>()("dossier", {
  read: { roles },
  import: { roles: keepers },
  explain: { roles: keepers },
  publish: { roles: deciders },
  praise: { roles: ["leadership"] },
});

export interface ApologySubject {
  agencyId: string;
  /** Absent: the question is asked of no single apology. */
  state?: "draft" | "approved" | "sent" | "withdrawn";
  draftedBy?: string;
  isPublic?: boolean;
  isRemoved?: boolean;
}

const only =
  (state: ApologySubject["state"], sentence: string) =>
  ({ state: now }: ApologySubject) =>
    now === undefined || now === state ? null : sentence;

/** The Office and the editors write and send apologies, the leadership approves what another has written. */
export const apologyPolicy = definePolicy<ApologySubject>()("apology", {
  read: { roles },
  setRule: { roles: ["office", "leadership"] },
  draft: { roles: keepers },
  print: { roles: deciders },
  approve: {
    roles: ["leadership"],
    unless: ({ personId }, subject) =>
      subject.draftedBy === personId
        ? "Người soạn không tự duyệt thư xin lỗi của mình."
        : only("draft", "Thư này không còn chờ duyệt.")(subject),
  },
  send: {
    roles: keepers,
    unless: (_, subject) => only("approved", "Thư phải được duyệt và chưa gửi thì mới ghi đã gửi.")(subject),
  },
  withdraw: {
    roles: deciders,
    unless: (_, { state }) =>
      state === "sent" || state === "withdrawn" ? "Thư đã gửi hoặc đã rút thì không rút được nữa." : null,
  },
  publish: {
    roles: deciders,
    unless: (_, subject) =>
      subject.isRemoved
        ? "Lời xin lỗi này đã gỡ khỏi cổng."
        : subject.isPublic
          ? "Lời xin lỗi này đã công khai rồi."
          : only("sent", "Chỉ công khai lời xin lỗi đã gửi cho người nộp hồ sơ.")(subject),
  },
  remove: {
    roles: deciders,
    unless: (_, { isPublic }) => (isPublic === false ? "Lời xin lỗi này không ở trên cổng." : null),
  },
});
