import { describe, expect, test } from "vitest";
import type { ActingAppointment, Actor } from "./actor.ts";
import { definePolicy, Forbidden, NO_ROLE, type Owned } from "./policy.ts";

const policy = definePolicy<Owned & { locked?: boolean }>()("thing", {
  approve: {
    roles: ["head", "editor"],
    inOwnUnit: ["head"],
    elsewhere: "Của đơn vị khác.",
    unless: (_, { locked }) => (locked ? "Đã khóa." : null),
  },
});

const actor = (...appointments: ActingAppointment[]): Actor => ({
  personId: "p",
  name: "Người Mẫu",
  agencyId: "a",
  appointments,
});
const why = (who: Actor, subject: Partial<Owned> & { locked?: boolean }) =>
  policy.hindrance(who, "approve", { agencyId: "a", ...subject });

describe("a policy", () => {
  test("allows nothing to a role that it does not name", () => {
    expect(why(actor(), {})).toBe(NO_ROLE);
    expect(why(actor({ role: "auditor", unitId: "u" }), { unitId: "u" })).toBe(NO_ROLE);
  });

  test("lets a role of a unit act in that unit alone, and a role of the agency in every one", () => {
    const head = actor({ role: "head", unitId: "u" });
    expect(why(head, { unitId: "u" })).toBeNull();
    expect(why(head, { unitId: "v" })).toBe("Của đơn vị khác.");
    expect(why(actor({ role: "editor", unitId: "u" }), { unitId: "v" })).toBeNull();
  });

  test("does not lend a role of one unit to another in which the person holds some other role", () => {
    const both = actor({ role: "head", unitId: "u" }, { role: "contributor", unitId: "v" });
    expect(why(both, { unitId: "v" })).toBe("Của đơn vị khác.");
    expect(why(both, { unitIds: ["v", "u"] })).toBeNull();
  });

  test("gives a role of a unit that names no unit nothing, but the question that is asked of no object", () => {
    const nowhere = actor({ role: "head", unitId: null });
    expect(why(nowhere, { unitId: "u" })).toBe("Của đơn vị khác.");
    expect(why(nowhere, {})).toBeNull();
  });

  test("counts what belongs to every unit as one's own", () => {
    expect(why(actor({ role: "head", unitId: "u" }), { unitIds: null })).toBeNull();
  });

  test("refuses everybody in another agency's affairs", () => {
    const editor = actor({ role: "editor", unitId: null });
    expect(why(editor, { agencyId: "b" })).toBe("Mục này thuộc cơ quan khác.");
    expect(() => policy.permit(editor, "approve", { agencyId: "b" })).toThrow(Forbidden);
  });

  test("states each verb with its reason, so that screens hold no rules", () => {
    const head = actor({ role: "head", unitId: "u" });
    expect(policy.may(head, { agencyId: "a", unitId: "u", locked: true })).toEqual({
      approve: { allowed: false, why: "Đã khóa." },
    });
  });
});
