export const stateLabels = {
  "in-force": "Đang thực hiện",
  paused: "Tạm dừng",
  repealed: "Bãi bỏ",
} as const;

export type ProcedureState = keyof typeof stateLabels;

/** All that says whether it is carried out. */
export interface StateFacts {
  state: ProcedureState;
  stateReason: string;
  repealedOn: string | null;
  successorId: string | null;
}

/** Whether people can still do it on a day: a repeal takes effect on the day that it names. */
export const standsOn = (
  { state, repealedOn }: { state: ProcedureState; repealedOn: string | null },
  day: string,
): boolean => state !== "repealed" || repealedOn === null || repealedOn > day;
