import { type Actor, hasRole, type Role, roleLabels } from "#platform/auth/actor.ts";
import type { Hindrance } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";

/** In whose name something is decided, and by which decision; as it was on that day. */
export interface SignedAs {
  authorityId: string;
  /** Lines above a signature, in capitals. */
  lines: string[];
  name: string;
  decisionNumber: string;
  decidedOn: string;
  fromDate: string;
  toDate: string | null;
}

/** How a submission ended; `revoked`: approved, and then written on; `urgent`: published without waiting for it. */
export type ReviewOutcome = "approved" | "returned" | "refused" | "recalled" | "revoked" | "urgent";
export type DecisionOutcome = "approved" | "returned" | "refused";

/** Roles that may be given a step. */
export const stepRoles = [
  "contributor",
  "head",
  "editor",
  "office",
  "finance",
  "leadership",
] as const satisfies Role[];
export type StepRole = (typeof stepRoles)[number];

/** Who decides at a step, and how long it may take. */
export interface Step {
  name: string;
  roles: StepRole[];
  /** Whose people decide; null: the unit of the text for those who count only there, the whole agency for the others. */
  unitId: string | null;
  personIds: string[];
  workingDays: number | null;
}

/** The steps of a submission, and whether one person may decide several. */
export interface Route {
  name: string;
  samePerson: boolean;
  steps: Step[];
}

/** What holds where an agency states nothing: one second person. */
export const usualRoute: Route = {
  name: "Một người duyệt",
  samePerson: false,
  steps: [
    {
      name: "Duyệt",
      roles: ["head", "editor", "leadership"],
      unitId: null,
      personIds: [],
      workingDays: null,
    },
  ],
};

/** Whose turn it is: the open step of a submission. */
export interface Turn extends Step {
  runId: string;
  position: number;
  of: number;
  since: Date;
  dueAt: Date | null;
  samePerson: boolean;
  /** Who decided the steps before. */
  decidedBy: string[];
  /** Shared by all that was sent with it for one decision; null: it was sent alone. */
  togetherId: string | null;
  /** Others sent with it have steps to go before this one is anybody's turn. */
  waits: boolean;
}

/** How the caller stands towards approving texts in somebody's name today. */
export interface Standing {
  /** In whose name; null: in nobody's. */
  signsAs: SignedAs | null;
  /** Why not, where an authority is over or has not begun. */
  why: string | null;
}

/** Those who count only in the unit of the text. */
const ofTheUnit: StepRole[] = ["contributor", "head"];

/** As what somebody decides a step where in nobody's name: by being named there, or by an appointment; null: may not. */
function ownCapacity({ personId, appointments }: Actor, itemUnitId: string, step: Step): string | null {
  if (step.personIds.includes(personId)) return "người được giao đích danh";
  const held = appointments.find(({ role, unitId }) => {
    const asked = step.roles.find((one) => one === role);
    if (!asked) return false;
    if (step.unitId !== null) return unitId === step.unitId;
    return !ofTheUnit.includes(asked) || unitId === itemUnitId;
  });
  return held ? roleLabels[held.role] : null;
}

const maySelf = (actor: Actor, itemUnitId: string, step: Step): boolean =>
  ownCapacity(actor, itemUnitId, step) !== null;

/** In whose name somebody decides a step, else as what. */
export function capacityOf(actor: Actor, itemUnitId: string, step: Step, standing: Standing) {
  const signedAs = inWhoseName(actor, itemUnitId, step, standing);
  return { signedAs, capacity: signedAs ? null : ownCapacity(actor, itemUnitId, step) };
}

/** The same in words; nothing is said of what was decided before capacities were kept. */
export function capacityInWords(
  signedAs: Pick<SignedAs, "lines" | "decisionNumber" | "decidedOn"> | null,
  capacity: string | null,
): string | null {
  if (signedAs) return nameInWords(signedAs);
  return capacity && `Tư cách: ${capacity}`;
}

/** Whether a step is somebody's to decide, in the own or another's name, whatever was decided before. */
export const mayDecide = (actor: Actor, itemUnitId: string, step: Step, { signsAs }: Standing): boolean =>
  maySelf(actor, itemUnitId, step) || (step.roles.includes("leadership") && signsAs !== null);

/** Why somebody may not decide at this step; null: may. A step of the leadership is also decided in its name. */
export function stepHindrance(
  actor: Actor,
  itemUnitId: string,
  turn: Turn,
  { signsAs, why }: Standing,
): Hindrance {
  if (turn.waits)
    return `Bài được duyệt chung với bài khác; bước “${turn.name}” đến lượt khi các bài ấy đã qua những bước trước.`;
  if (!turn.samePerson && turn.decidedBy.includes(actor.personId)) {
    return "Bạn đã quyết định một bước trước của bài này; bước này cần người khác.";
  }
  if (maySelf(actor, itemUnitId, turn)) return null;
  const ofLeadership = turn.roles.includes("leadership");
  if (ofLeadership && signsAs) return null;
  if (turn.of === 1 && hasRole(actor, ...turn.roles)) return "Nội dung này của đơn vị khác.";
  return (ofLeadership && why) || `Bước “${turn.name}” không do bạn quyết định.`;
}

/** In whose name somebody decides at this step: nobody's but the own where the own role is enough. */
export const inWhoseName = (
  actor: Actor,
  itemUnitId: string,
  step: Step,
  { signsAs }: Standing,
): SignedAs | null =>
  step.roles.includes("leadership") &&
  !maySelf(actor, itemUnitId, { ...step, roles: step.roles.filter((role) => role !== "leadership") })
    ? signsAs
    : null;

/** "TL. GIÁM ĐỐC / CHÁNH VĂN PHÒNG, theo Quyết định số 02/QĐ-SNV ngày 05/01/2026". */
export const nameInWords = ({
  lines,
  decisionNumber,
  decidedOn,
}: Pick<SignedAs, "lines" | "decisionNumber" | "decidedOn">): string =>
  `${lines.join(" / ")}, theo Quyết định số ${decisionNumber} ngày ${formatDate(decidedOn)}`;

/** "Trưởng đơn vị, Lãnh đạo cơ quan (Văn phòng); Nguyễn Văn A". */
export function whoDecides(
  { roles, unitId, personIds }: Step,
  { unitName, personName }: { unitName: (id: string) => string; personName: (id: string) => string },
): string {
  const named = roles.map((role) => roleLabels[role]).join(", ");
  return [
    ...(named ? [unitId === null ? named : `${named} (${unitName(unitId)})`] : []),
    ...personIds.map(personName),
  ].join("; ");
}
