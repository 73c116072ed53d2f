import { type Actor, hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";
import { isOpen, type TipState, tipStateLabels } from "./tip.ts";

export interface TipSubject {
  agencyId: string;
  unitId?: string;
  state?: TipState;
  sentBy?: string;
}

const senders = ["contributor", "head", "editor", "office", "finance", "leadership"] as const;
const receivers = ["editor", "office"] as const;

/** Those who see the tips of every unit. */
export const seesEveryTip = (actor: Actor): boolean =>
  hasRole(actor, "editor", "office", "leadership", "auditor", "administrator");

const sees = (actor: Actor, { unitId, sentBy }: TipSubject): Hindrance =>
  unitId === undefined ||
  sentBy === actor.personId ||
  seesEveryTip(actor) ||
  actor.appointments.some((own) => own.unitId === unitId)
    ? null
    : "Tin này của đơn vị khác.";

const inState =
  (isRight: (state: TipState) => boolean) =>
  (_: Actor, { state }: TipSubject): Hindrance =>
    state === undefined || isRight(state) ? null : `Tin đang ở trạng thái “${tipStateLabels[state]}”.`;

/** Every unit sends and sees what became of it; editors and the Office decide what is made of it. */
export const tipPolicy = definePolicy<TipSubject>()("tip", {
  read: { roles, unless: sees },
  send: {
    roles: senders,
    inOwnUnit: senders,
    elsewhere: "Tin chỉ gửi được từ đơn vị của bạn.",
  },
  withdraw: {
    roles: senders,
    unless: (actor, { sentBy, state }) => {
      if (sentBy !== undefined && sentBy !== actor.personId) return "Tin này do người khác gửi.";
      if (state === undefined || state === "sent") return null;
      return state === "withdrawn"
        ? "Tin đã rút rồi."
        : "Biên tập đã nhận tin nên không rút được nữa; hãy báo biên tập.";
    },
  },
  take: { roles: receivers, unless: inState((state) => state === "sent") },
  use: { roles: receivers, unless: inState(isOpen) },
  /** Put into the register of good practices; what is used for a text already may come from it too. */
  register: { roles: receivers, unless: inState((state) => isOpen(state) || state === "used") },
  merge: { roles: receivers, unless: inState(isOpen) },
  decline: { roles: receivers, unless: inState(isOpen) },
  reopen: {
    roles: receivers,
    unless: inState((state) => state === "used" || state === "merged" || state === "declined"),
  },
  credit: { roles: receivers, unless: inState((state) => state === "used") },
  count: { roles: ["editor", "office", "leadership", "auditor", "administrator"] },
});
