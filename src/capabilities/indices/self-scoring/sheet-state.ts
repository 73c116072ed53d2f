export const sheetStates = { open: "Đang chấm", submitted: "Đã nộp" } as const;
export type SheetState = keyof typeof sheetStates;
export const sheetStateNames = Object.keys(sheetStates) as [SheetState, ...SheetState[]];
