import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface CommendationSubject {
  agencyId: string;
  unitId?: string;
  /** What the commendation is of; absent: of none in particular. */
  subject?: "person" | "group";
}

const ofUnit = {
  roles: ["contributor", "head", "editor", "office"],
  inOwnUnit: ["contributor", "head"],
  elsewhere: "Mục này của đơn vị khác.",
} as const;

const onlyOfPeople = (_: unknown, { subject }: CommendationSubject) =>
  subject === "group" ? "Biểu dương tập thể không cần sự đồng ý." : null;

/** Units note whom they praise and whether the person agreed; a consent is taken back by whoever hears of it first. */
export const commendationPolicy = definePolicy<CommendationSubject>()("commendation", {
  read: { roles },
  note: { ...ofUnit, elsewhere: "Bạn chỉ ghi được biểu dương của đơn vị mình." },
  change: ofUnit,
  drop: ofUnit,
  consent: { ...ofUnit, unless: onlyOfPeople },
  withdraw: {
    roles: ["contributor", "head", "editor", "office", "finance", "leadership", "administrator"],
    unless: onlyOfPeople,
  },
  tell: ofUnit,
});
