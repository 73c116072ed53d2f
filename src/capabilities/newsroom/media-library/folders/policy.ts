import { type Actor, hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** A folder of the library; for those of an agency as a whole only the agency is given. */
export interface FolderSubject {
  agencyId: string;
  madeBy?: string;
}

const uploaders = ["contributor", "head", "editor", "office", "finance", "leadership"] as const;

/** Whoever uploads makes folders and puts things into them; a name is changed by who gave it or who keeps order. */
export const folderPolicy = definePolicy<FolderSubject>()("media-folder", {
  read: { roles },
  make: { roles: uploaders },
  fill: { roles: uploaders },
  change: {
    roles: uploaders,
    unless: (actor: Actor, { madeBy }: FolderSubject) =>
      madeBy === undefined || madeBy === actor.personId || hasRole(actor, "head", "editor", "office")
        ? null
        : "Thư mục do người khác lập; hãy nhờ người ấy hoặc biên tập đổi.",
  },
});
