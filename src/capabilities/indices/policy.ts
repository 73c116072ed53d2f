import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface IndexSubject {
  agencyId: string;
}

const keeper = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ Văn phòng và biên tập ghi chỉ số.",
} as const;

/** Published results are read by everybody in the agency; the Office and the editors keep them. */
export const indexPolicy = definePolicy<IndexSubject>()("index", {
  read: { roles },
  save: keeper,
  record: keeper,
  remove: keeper,
  publish: keeper,
});
