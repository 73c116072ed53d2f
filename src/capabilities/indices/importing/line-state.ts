/** What becomes of a line of a sheet of results. */
export const lineStates = {
  new: "Thêm",
  changed: "Sửa",
  same: "Như cũ",
  bad: "Chưa đúng",
} as const;
export type LineState = keyof typeof lineStates;
export const lineStateNames = Object.keys(lineStates) as [LineState, ...LineState[]];
