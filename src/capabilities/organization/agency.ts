/** The kinds of agency, highest first, with the kinds that may stand directly under each. */
export const agencyKinds = ["province", "department", "commune"] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const agencyKindLabels: Record<AgencyKind, string> = {
  province: "Cấp tỉnh (UBND tỉnh, thành phố)",
  department: "Sở, ban, ngành",
  commune: "Cấp xã (UBND xã, phường, đặc khu)",
};

export const kindsBelow: Record<AgencyKind, readonly AgencyKind[]> = {
  province: ["department", "commune"],
  department: ["commune"],
  commune: [],
};

/** The kinds of unit, in the order in which they are listed. */
export const unitKinds = ["leadership", "office", "division", "affiliated"] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitKindLabels: Record<UnitKind, string> = {
  leadership: "Lãnh đạo",
  office: "Văn phòng",
  division: "Phòng",
  affiliated: "Đơn vị trực thuộc",
};
