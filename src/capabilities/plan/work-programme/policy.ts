import { type Role, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { type WorkItemState, workItemWords } from "./work-item.ts";

export interface WorkItemSubject {
  agencyId: string;
  /** The unit whose programme it stands in. */
  unitIds?: string[];
  state?: WorkItemState;
  /** It was held, and its proof holds. */
  proved?: boolean;
}

const doers: Role[] = ["contributor", "head", "editor", "office", "finance"];
const ofTheUnit = {
  roles: doers,
  inOwnUnit: doers,
  elsewhere: "Chỉ ghi được chương trình công tác của đơn vị mình.",
};

const notProved = (_: unknown, { proved }: WorkItemSubject) =>
  proved
    ? "Hoạt động này đã thực hiện và có minh chứng; muốn sửa thì biên tập thu hồi minh chứng trước."
    : null;

/** People of a unit keep its programme; everybody in the agency reads all. */
export const workItemPolicy = definePolicy<WorkItemSubject>()("work-item", {
  read: { roles },
  enter: ofTheUnit,
  correct: { ...ofTheUnit, unless: notProved },
  settle: { ...ofTheUnit, unless: notProved },
  remove: {
    ...ofTheUnit,
    unless: (_, { state }) =>
      state === undefined || state === "planned"
        ? null
        : `Hoạt động này: ${workItemWords[state].toLowerCase()}, nên được giữ lại.`,
  },
});
