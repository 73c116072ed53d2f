export const incidentStates = {
  open: "Đang xử lý",
  answered: "Đã trả lời",
  closed: "Đã khép lại",
} as const;
export type IncidentState = keyof typeof incidentStates;
export const incidentStateNames = Object.keys(incidentStates) as [IncidentState, ...IncidentState[]];

/** Hours within which criticism is answered, until an agency says otherwise. */
export const USUAL_HOURS = 24;
export const USUAL_GROUND = "Mặc định của hệ thống, cơ quan cần đối chiếu quy chế phát ngôn đang áp dụng";

export type IncidentLight = "late" | "near" | "in-time" | "answered-late" | "answered-in-time";

/** Hours before its end in which an open one is near it. */
const NEAR_HOURS = 4;

/** Where the clock of an incident stands; it ends with the answer, else with the closing. */
export function lightOf(
  { dueAt, answeredAt, closedAt }: { dueAt: Date; answeredAt: Date | null; closedAt: Date | null },
  now: Date,
): IncidentLight {
  const ended = answeredAt ?? closedAt;
  if (ended) return ended > dueAt ? "answered-late" : "answered-in-time";
  if (now > dueAt) return "late";
  return dueAt.getTime() - now.getTime() <= NEAR_HOURS * 3_600_000 ? "near" : "in-time";
}
