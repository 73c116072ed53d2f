import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface ProcedureSubject {
  agencyId: string;
}

const keepers = ["editor", "office"] as const;

const printers = roles.filter((role) => role !== "auditor");

/** Everybody in the agency reads the register; the Office and the editors keep it. Who checks it prints nothing. */
export const procedurePolicy = definePolicy<ProcedureSubject>()("procedure", {
  read: { roles },
  print: { roles: printers },
  save: { roles: keepers },
  repeal: { roles: keepers },
  /** Keeps what happens in life and what organisations do, with the procedures it takes. */
  events: {
    roles: [...keepers, "administrator"],
    withoutRole: "Chỉ Văn phòng, biên tập và quản trị giữ danh sách sự kiện.",
  },
});
