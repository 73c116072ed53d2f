import type { Role } from "#platform/auth/actor.ts";
import type { UnitKind } from "../agency.ts";

/** A unit as an import wrote it: what somebody may have changed since. */
export interface WrittenUnit {
  name: string;
  shortName: string;
  kind: UnitKind;
}

/** A person as an import wrote it, with the appointments that it gave. */
export interface WrittenPerson {
  name: string;
  email: string;
  phone: string | null;
  jobTitle: string | null;
  /** Sorted. */
  appointments: string[];
}

/** An appointment in one word, to be compared. */
export const inOneWord = (role: Role, unitId: string | null, toDate: string | null = null): string =>
  [role, unitId ?? "-", toDate ?? "-"].join(" ");
