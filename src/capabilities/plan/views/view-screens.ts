/** Screens whose ways of looking are kept, by their address. */
export const viewScreens = ["bao-phu", "chu-de-kenh", "noi-dung"] as const;
export type ViewScreen = (typeof viewScreens)[number];
