/** By what the figures of placements are gathered. */
export const groupings = ["item", "network", "account", "theme", "clause", "unit", "month"] as const;
export type Grouping = (typeof groupings)[number];

export const groupingLabels: Record<Grouping, string> = {
  item: "Bài",
  network: "Kênh",
  account: "Tài khoản",
  theme: "Chủ đề",
  clause: "Mục của kế hoạch",
  unit: "Đơn vị",
  month: "Tháng đăng",
};
