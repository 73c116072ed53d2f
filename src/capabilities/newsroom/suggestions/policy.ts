import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

interface SuggestionSubject {
  agencyId: string;
}

const ofAll = {
  roles: ["editor", "office"],
  withoutRole: "Chỉ biên tập và Văn phòng gác lại, lấy lại gợi ý, vì gợi ý là của cả cơ quan.",
} as const;

/** Everybody sees what is lacking. Who may propose a story makes one of it; what is put aside is so for all units. */
export const suggestionPolicy = definePolicy<SuggestionSubject>()("suggestion", {
  read: { roles },
  accept: { roles: ["contributor", "head", "editor", "office"] },
  putAside: ofAll,
  takeUp: ofAll,
});
