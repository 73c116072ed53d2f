import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface MachineVoiceSubject {
  agencyId: string;
  /** Whether the agency lets the voice go out. */
  isAllowed?: boolean;
}

/** Whoever writes may hear a text before it is recorded; that the voice goes out is for an administrator to allow. */
export const machineVoicePolicy = definePolicy<MachineVoiceSubject>()("machine-voice", {
  read: { roles },
  hear: { roles: ["contributor", "head", "editor", "office", "leadership"] },
  record: {
    roles: ["contributor", "head", "editor", "office"],
    unless: (_, { isAllowed }) =>
      isAllowed === false
        ? "Quản trị viên của cơ quan chưa cho phát giọng máy; hãy nghe thử rồi thu giọng người đọc."
        : null,
  },
  allow: { roles: ["administrator"] },
  /** Where the agency's own server stands. */
  inspect: { roles: ["administrator", "auditor"] },
});
