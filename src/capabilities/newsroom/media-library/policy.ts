import { type Actor, hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** What the rules look at; for the library as a whole only the agency is given. */
export interface MediaSubject {
  agencyId: string;
  uploadedBy?: string;
}

/** Whoever writes or sends a tip uploads; what a picture's rights are is stated by who uploaded it, or by those who answer for the portal. A picture as the camera made it goes to its sender and the editors alone. */
export const mediaPolicy = definePolicy<MediaSubject>()("media", {
  read: { roles },
  upload: { roles: ["contributor", "head", "editor", "office", "finance", "leadership"] },
  bin: {
    roles: ["contributor", "head", "editor", "office", "finance", "leadership"],
    unless: (actor: Actor, { uploadedBy }: MediaSubject) =>
      uploadedBy === undefined || uploadedBy === actor.personId || hasRole(actor, "head", "editor", "office")
        ? null
        : "Tư liệu do người khác tải lên; hãy nhờ người ấy hoặc biên tập bỏ.",
  },
  describe: {
    roles: ["contributor", "head", "editor", "office", "finance", "leadership"],
    unless: (actor: Actor, { uploadedBy }: MediaSubject) =>
      uploadedBy === undefined || uploadedBy === actor.personId || hasRole(actor, "head", "editor", "office")
        ? null
        : "Ảnh do người khác tải lên; hãy nhờ người ấy hoặc biên tập bổ sung.",
  },
  takeOriginal: {
    roles: ["contributor", "head", "editor", "office", "finance", "leadership"],
    unless: (actor: Actor, { uploadedBy }: MediaSubject) =>
      uploadedBy === undefined || uploadedBy === actor.personId || hasRole(actor, "editor")
        ? null
        : "Ảnh do người khác tải lên; hãy nhờ người ấy hoặc biên tập lấy tệp gốc.",
  },
});
