/** The eight roles. Having no account is the ninth case: a null actor. */
export const roles = [
  "contributor",
  "editor",
  "head",
  "leadership",
  "office",
  "finance",
  "auditor",
  "administrator",
] as const;

export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  contributor: "Đầu mối đơn vị",
  editor: "Biên tập",
  head: "Trưởng đơn vị",
  leadership: "Lãnh đạo cơ quan",
  office: "Văn thư, Văn phòng",
  finance: "Tài chính - Kế hoạch",
  auditor: "Kiểm tra (chỉ xem)",
  administrator: "Quản trị",
};

/** An appointment in force today; `unitId` null: the whole agency. */
export interface ActingAppointment {
  role: Role;
  unitId: string | null;
}

/** Who acts: a signed-in person with the appointments in force today, within one agency. */
export interface Actor {
  personId: string;
  name: string;
  agencyId: string;
  appointments: ActingAppointment[];
  /**
   * Where the agency's rule asks for a second factor that this session did not prove; `overdue`: nothing is done
   * without it. `passkeys`: the account has one that would do.
   */
  secondFactor?: { from: string; overdue: boolean; passkeys: boolean };
  /** Until when the password lasts; `overdue`: nothing is done before it is changed. Absent: for ever. */
  password?: { until: Date; overdue: boolean };
  /** Too long ago proved by password or second factor: sensitive acts ask for it anew. */
  unconfirmed?: boolean;
}

export const hasRole = (actor: Actor, ...wanted: Role[]): boolean =>
  actor.appointments.some((appointment) => wanted.includes(appointment.role));

/** Units in which the actor holds one of the roles; appointments to the whole agency are not listed. */
export const unitsOf = (actor: Actor, ...wanted: Role[]): string[] =>
  actor.appointments.flatMap(({ role, unitId }) =>
    unitId !== null && (wanted.length === 0 || wanted.includes(role)) ? [unitId] : [],
  );
