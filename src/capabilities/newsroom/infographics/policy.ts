import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** A table that was drawn; none of them is anybody's alone. */
export interface GraphicSubject {
  agencyId: string;
}

/** Everybody sees what was drawn; whoever writes draws. */
export const graphicPolicy = definePolicy<GraphicSubject>()("infographic", {
  read: { roles },
  draw: { roles: ["contributor", "head", "editor", "office"] },
});
