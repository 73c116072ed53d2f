import { type Actor, hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";
import { type PracticeState, practiceStateLabels } from "./good-practice.ts";

export interface PracticeSubject {
  agencyId: string;
  unitId?: string;
  state?: PracticeState;
}

const units = ["contributor", "head"] as const;
const keepers = ["editor", "office"] as const;

/** Those who see also what is not in the register yet, of every unit. */
export const seesEveryProposal = (actor: Actor): boolean =>
  hasRole(actor, "editor", "office", "leadership", "auditor", "administrator");

const sees = (actor: Actor, { unitId, state }: PracticeSubject): Hindrance =>
  unitId === undefined ||
  state === "registered" ||
  state === "ended" ||
  seesEveryProposal(actor) ||
  actor.appointments.some((own) => own.unitId === unitId)
    ? null
    : "Đề nghị này của đơn vị khác, chưa vào sổ.";

const inState =
  (...right: PracticeState[]) =>
  (_: Actor, { state }: PracticeSubject): Hindrance =>
    state === undefined || right.includes(state)
      ? null
      : `Mục này ở trạng thái “${practiceStateLabels[state]}”.`;

const elsewhere = "Mục này của đơn vị khác.";

/** Units propose their own and say what they took over; editors and the Office keep the register. */
export const practicePolicy = definePolicy<PracticeSubject>()("good-practice", {
  read: { roles, unless: sees },
  register: {
    roles: [...units, ...keepers],
    inOwnUnit: units,
    elsewhere: "Bạn chỉ đề nghị được mô hình, sáng kiến của đơn vị mình.",
  },
  change: {
    roles: [...units, ...keepers],
    inOwnUnit: units,
    elsewhere,
    unless: (actor, subject) =>
      hasRole(actor, ...keepers)
        ? inState("proposed", "registered", "ended")(actor, subject)
        : subject.state === undefined || subject.state === "proposed"
          ? null
          : "Mục đã được quyết định; hãy nhờ biên tập hoặc Văn phòng sửa.",
  },
  recognise: { roles: keepers, unless: inState("registered", "ended") },
  accept: { roles: keepers, unless: inState("proposed", "refused", "ended") },
  prove: { roles: keepers, unless: inState("registered", "ended") },
  refuse: { roles: keepers, unless: inState("proposed") },
  end: { roles: keepers, unless: inState("registered") },
  spread: {
    roles: [...units, ...keepers],
    inOwnUnit: units,
    elsewhere: "Bạn chỉ ghi được việc đơn vị mình áp dụng.",
    unless: inState("registered", "ended"),
  },
  tell: {
    roles: [...units, ...keepers],
    inOwnUnit: units,
    elsewhere,
    unless: inState("registered", "ended"),
  },
});
