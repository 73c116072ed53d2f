/** The kinds of agency, highest first, with the kinds that may stand directly under each. */
export const agencyKinds = ["province", "department", "commune"] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const agencyKindLabels: Record<AgencyKind, string> = {
  province: "Cấp tỉnh",
  department: "Sở, ban, ngành",
  commune: "Cấp xã",
};

export const kindsBelow: Record<AgencyKind, readonly AgencyKind[]> = {
  province: ["department", "commune"],
  department: ["commune"],
  commune: [],
};
