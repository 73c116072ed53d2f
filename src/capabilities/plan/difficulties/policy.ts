import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { type DifficultyState, difficultyWords } from "./difficulty.ts";

export interface DifficultySubject {
  agencyId: string;
  /** The unit that raises it. */
  unitIds?: string[];
  state?: DifficultyState;
  raisedBy?: string;
}

const only =
  (wanted: DifficultyState) =>
  ({ state }: DifficultySubject) =>
    state === undefined || state === wanted ? null : `Khó khăn này: ${difficultyWords[state].toLowerCase()}.`;

/** A unit raises its own, the editors gather, the leadership decides; everybody in the agency reads. */
export const difficultyPolicy = definePolicy<DifficultySubject>()("difficulty", {
  read: { roles },
  raise: {
    roles: ["contributor", "head", "editor", "office", "finance"],
    inOwnUnit: ["contributor", "head", "editor", "office", "finance"],
    elsewhere: "Chỉ nêu được khó khăn của đơn vị mình.",
  },
  withdraw: {
    roles: ["contributor", "head", "editor", "office", "finance"],
    unless: ({ personId }, subject) =>
      subject.raisedBy !== undefined && subject.raisedBy !== personId
        ? "Chỉ người nêu mới rút được."
        : only("raised")(subject),
  },
  gather: { roles: ["editor"], unless: (_, subject) => only("raised")(subject) },
  decide: { roles: ["leadership"], unless: (_, subject) => only("gathered")(subject) },
});
