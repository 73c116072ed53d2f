/**
 * Whether a plan is being carried out: nobody has put it in force yet, in force, another stands in its place, or it
 * is over. Several plans of a year may be in force at once.
 */
export const planStandings = ["waiting", "in-force", "replaced", "ended"] as const;

export type PlanStanding = (typeof planStandings)[number];

export const standingWords: Record<PlanStanding, string> = {
  waiting: "Chưa thực hiện",
  "in-force": "Đang thực hiện",
  replaced: "Đã được thay thế",
  ended: "Đã kết thúc",
};
