/** Whose matter an event is, as the finder groups them. */
export const sides = {
  person: "Sự kiện trong đời",
  organisation: "Hoạt động của tổ chức, doanh nghiệp",
} as const;
export type Side = keyof typeof sides;
export const sideNames = Object.keys(sides) as [Side, ...Side[]];
