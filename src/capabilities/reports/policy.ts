import { type Actor, roles } from "#platform/auth/actor.ts";
import { definePolicy, type Hindrance } from "#platform/auth/policy.ts";

export interface ReportSubject {
  agencyId: string;
  /** People who wrote any version of its text. */
  writers: string[];
  /** Why the person cannot sign for the agency today; absent where that is not asked. */
  signing?: Hindrance;
}

const ownText =
  (what: string) =>
  (actor: Actor, { writers }: ReportSubject): Hindrance =>
    writers.includes(actor.personId) ? `Bạn đã soạn báo cáo này nên cần người khác ${what}.` : null;

/**
 * Editors make the report; another person reads it; who may sign for the agency (the leadership, or a head by order)
 * and wrote none of it signs it off; the registry issues it.
 */
export const reportPolicy = definePolicy<ReportSubject>()("report", {
  read: { roles },
  open: { roles: ["editor", "office"] },
  freeze: { roles: ["editor"] },
  reopen: { roles: ["editor"] },
  draft: { roles: ["editor"] },
  edit: { roles: ["editor"] },
  "note-findings": { roles: ["editor"] },
  "accept-number": { roles: ["editor"] },
  review: { roles: ["editor", "head", "office"], unless: ownText("soát") },
  return: { roles: ["editor", "head", "office", "leadership"] },
  "sign-off": {
    roles: ["leadership", "head", "office"],
    unless: (actor, subject) => ownText("ký duyệt")(actor, subject) ?? subject.signing ?? null,
  },
  submit: { roles: ["office", "editor"] },
  "correct-issue": { roles: ["office", "editor"] },
  "record-copy": { roles: ["office", "editor"] },
});
